import PortalCore

/// One child: who it is, who may take it home, and the buttons.
struct RollCallCard: HTML {
    let child: RollCallChild
    let list: RollCall
    let key: String
    let links: PortalLinks

    var body: some HTML {
        li(.class("roll-card \(stateClass)"), .id("enfant-\(subject.card)"), .data(.rollChild, subject.card)) {
            div(.class("roll-who")) {
                Initial(child.child.firstName)
                div {
                    h3 { child.child.fullName }
                    span(.class("hint")) { child.care.map(\.hours) ?? child.child.schooling.words(on: list.date).joined(separator: " · ") }
                    if let times = child.times { p(.class("roll-times")) { times.french.capitalizedFirst } }
                    p(.class("roll-state")) { words }
                }
            }
            if let alert = child.alert {
                p(.class("roll-alert")) {
                    IconView(.warning)
                    alert
                }
            }
            if mayTap { RollCallButtons(subject: subject, key: key, child: child, isToday: list.isToday) }
            RollCallPeople(people: child.people)
            if !list.isLocked {
                a(.class("roll-more"), .href(links.to(.correction(subject)))) {
                    mayTap ? "Horaires de \(child.child.firstName)" : "Corriger pour \(child.child.firstName)"
                }
            }
        }
    }

    private var subject: RollCallSubject { list.subject(of: child) }
    private var mayTap: Bool { !list.isLocked && list.closedAt == nil }

    private var stateClass: String {
        switch child.mark.presence {
        case .present: child.hasLeft ? "here left" : "here"
        case .absent: "away"
        case nil: child.isReportedAbsent ? "away" : ""
        }
    }

    private var words: String { RollCallWords.state(child) }
}

/// The taps. Each value is a whole entry; the script gives it its moment and a key of its own.
private struct RollCallButtons: HTML {
    let subject: RollCallSubject
    let key: String
    let child: RollCallChild
    let isToday: Bool

    var body: some HTML {
        div(.class("roll-buttons"), .role(.group), .ariaLabel("Pointer \(child.child.firstName)")) {
            // On another day a tap cannot tell the time, and the hours of a contract need it.
            if tellsTime { tap(.present, "Présent", icon: .check, "big yes") }
            tap(.absent, "Absent", icon: .absent, "big no")
            if tellsTime { tap(.departure, "Parti", icon: .exit, "") }
            tap(.takeBack, "Annuler", icon: .previous, "")
        }
    }

    private func tap(_ word: RollCallAct.Word, _ title: String, icon: Icon, _ style: String) -> some HTML {
        button(
            .class("button secondary \(style)"),
            .type(.submit),
            .name(RollCallFields.entry),
            .value("\(key)-\(subject.card)-\(word.rawValue)/-/\(subject.text)/\(word.rawValue)/-"),
            .ariaPressed(isPressed(word))
        ) {
            IconView(icon)
            title
        }
    }

    private var tellsTime: Bool { isToday || child.care == nil }

    private func isPressed(_ word: RollCallAct.Word) -> Bool? {
        switch word {
        case .present: child.mark.presence == .present
        case .absent: child.mark.presence == .absent
        case .departure: child.mark.leftAt != nil
        case .takeBack, .arrival: nil
        }
    }
}

/// Who may take the child home, and who must not.
private struct RollCallPeople: HTML {
    let people: [PickupPerson]

    var body: some HTML {
        let forbidden = people.filter(\.isForbidden)
        let allowed = people.filter { !$0.isForbidden }
        if !forbidden.isEmpty {
            p(.class("roll-alert")) {
                IconView(.lock)
                "Ne doit pas partir avec\u{A0}: \(forbidden.map { "\($0.name) (\($0.kinship))" }.joined(separator: ", "))"
            }
        }
        details(.class("plain")) {
            summary { "Qui peut venir chercher (\(allowed.count))" }
            ul(.class("roll-people")) {
                ForEach(allowed) { person in
                    li {
                        "\(person.name), \(person.kinship) "
                        if let phone = person.phone { a(.href(Link(telephone: phone.french))) { phone.french } }
                    }
                }
            }
        }
    }
}

extension DataName {
    fileprivate static let rollChild = DataName("data-enfant")
}
