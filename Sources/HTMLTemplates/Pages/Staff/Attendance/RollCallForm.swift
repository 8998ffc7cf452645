package import PortalCore

/// The names of the fields of the roll call, which its script reads too.
package enum RollCallFields {
    /// One "key/moment/slot/act/time" for each tap.
    package static let entry = "saisie"
    package static let activity = "activite"
    package static let unit = "unite"
    package static let day = "jour"
}

/// The children's cards. Without script each button sends the form; with it, the tap is kept in the page and sent as soon as possible.
struct RollCallForm: HTML {
    let frame: PortalFrame
    let model: RollCallPage.Model

    var body: some HTML {
        form(
            .class("roll"),
            .id("pointage"),
            .method(.post),
            .action(frame.links.to(AttendanceDeskPage.entries)),
            .data(.store, model.store),
            .data(.key, model.key),
            .data(.now, model.now)
        ) {
            frame.token
            RollCallHiddenFields(list: model.list)
            p(.class("roll-network"), .id("liaison"), .role(.status), .hidden(true)) { "" }
            ul(.class("roll-refused"), .id("refus"), .hidden(true)) { "" }
            if model.list.children.isEmpty {
                EmptyState("Aucun enfant attendu", icon: .family) { p { "Personne n'a réservé ce moment." } }
            } else {
                RollCallFinder()
                ForEach(groups) { group in
                    section(.class("roll-group"), .ariaLabel(group.name)) {
                        h2 {
                            "\(group.name) "
                            span(.class("hint")) { "\(group.children.count)" }
                        }
                        ul(.class("roll-list")) {
                            ForEach(group.children) { child in
                                RollCallCard(child: child, list: model.list, key: model.key, links: frame.links)
                            }
                        }
                    }
                }
                p(.class("roll-none"), .id("personne"), .hidden(true)) { "Aucun enfant de la liste ne correspond." }
            }
        }
    }

    /// The children by group, in the activity's order; those of no group last.
    private var groups: [(name: String, children: [RollCallChild])] {
        let names = model.list.activity.groups.map(\.name)
        let byGroup = Dictionary(grouping: model.list.children, by: \.group)
        let known = names.compactMap { name in byGroup[name].map { (name: name, children: $0) } }
        let care = model.list.children.filter { $0.care != nil }
        let others = model.list.children.filter { !names.contains($0.group) && $0.care == nil }
        return (known + [(RollCallChild.regularCare, care), ("Autres enfants", others)]).filter { !$0.children.isEmpty }
    }
}

/// Finds a child by the first letters of a name, or those in one state: only the script, which shows it, can answer at once.
private struct RollCallFinder: HTML {
    var body: some HTML {
        div(.class("roll-find"), .id("trouver"), .hidden(true)) {
            label(.for("trouver-nom")) { "Trouver un enfant" }
            input(.type(.search), .id("trouver-nom"), .autocomplete(.off), .spellcheck(false))
            div(.role(.group), .ariaLabel("Montrer")) {
                filter("", "Tous", isPressed: true)
                filter("todo", "À pointer", isPressed: false)
                filter("in", "Présents", isPressed: false)
                filter("left", "Partis", isPressed: false)
                filter("away", "Absents", isPressed: false)
            }
        }
    }

    private func filter(_ state: String, _ title: String, isPressed: Bool) -> some HTML {
        button(.class("button secondary"), .type(.button), .data(.shows, state), .ariaPressed(isPressed)) { title }
    }
}

/// Which list the form is about, for the answer.
struct RollCallHiddenFields: HTML {
    let list: RollCall

    var body: some HTML {
        HiddenField(RollCallFields.activity, list.activity.code)
        HiddenField(RollCallFields.unit, list.unit.code)
        HiddenField(RollCallFields.day, list.date.iso)
    }
}

/// One child: who it is, who may take it home, and the buttons.
private struct RollCallCard: HTML {
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

/// The words of a child's state, on the card and in the answers to the script.
package enum RollCallWords {
    /// "Présent, arrivé à 7 h 45 (Awa Koné)".
    package static func state(_ child: RollCallChild) -> String {
        let words: String
        if child.mark.presence == nil, child.care?.isOnLeave == true, child.care?.told == StayAbsence.none {
            words = "En congés"
        } else if child.mark.presence == nil {
            words = child.isReportedAbsent ? (child.reported == .excused ? "Absence justifiée" : "Absence signalée") : "À pointer"
        } else if child.mark.presence == .absent, child.calledBy == nil {
            words = "Absent, non signalé"
        } else {
            let mark = child.mark.french
            words = mark.prefix(1).uppercased() + mark.dropFirst()
        }
        let unexpected = child.isUnexpected ? (child.care == nil ? ", sans réservation" : ", hors contrat") : ""
        let overrun = child.care.map(\.overrunWords) ?? ""
        return words + unexpected + overrun + (child.calledBy.map { " (\($0))" } ?? "")
    }
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

extension RollCallCare {
    /// "8 h 30 – 17 h 00".
    fileprivate var hours: String { span?.french ?? "Rien de prévu au contrat" }

    fileprivate var overrunWords: String { overrunMinutes > 0 ? ", dépassement \(CareDuration(minutes: overrunMinutes).french)" : "" }
}

extension DataName {
    fileprivate static let rollChild = DataName("data-enfant")
    fileprivate static let store = DataName("data-magasin")
    fileprivate static let key = DataName("data-cle")
    fileprivate static let shows = DataName("data-montre")
    fileprivate static let now = DataName("data-maintenant")
}
