package import PortalCore

/// What a family waits for: the places that are offered, its ranks in the lines of full days, what it has asked of the staff.
package struct WaitingPage: HTML {
    /// The fields' names, and what the buttons say.
    package static let place = "place"
    package static let act = "faire"
    package static let accept = "accepter"
    package static let leave = "laisser"

    private let frame: PortalFrame
    private let places: [WaitingPlace]
    private let key: String

    /// - Parameter key: what the forms' own keys begin with, so that an answer sent twice counts once.
    package init(frame: PortalFrame, places: [WaitingPlace], key: String) {
        self.key = key
        self.frame = frame
        self.places = places
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.planning),
            title: "Listes d'attente",
            introduction: places.isEmpty ? nil : "Quand une place se libère, un courriel vous prévient et elle apparaît ici.",
            crumbs: [frame.homeCrumb, Crumb("Réservations", frame.links.to(.planning(nil)))]
        ) {
            if places.isEmpty {
                EmptyState("Vous n'attendez aucune place", icon: .check) {
                    p { "Quand un jour est complet, le planning vous propose de vous mettre en liste d'attente." }
                    ButtonRow { LinkButton("Voir le planning", to: frame.links.to(.planning(nil)), icon: .calendar) }
                }
            }
            OfferCards(places, frame: frame, key: key)
            card("En liste d'attente", icon: .clock, .waiting, leave: "Ne plus attendre")
            card("Demandé au service", icon: .request, .asked, leave: "Retirer ma demande")
        }
    }

    /// How the lines of activities that do not go by the order of demands alone are gone through.
    private func orders(of places: [WaitingPlace]) -> [String] {
        let told = places.filter { !$0.order.criteria.isEmpty }.map {
            "\($0.activityName)\u{A0}: places données dans cet ordre, \($0.order.french). Votre rang peut donc changer."
        }
        return Set(told).sorted()
    }

    @HTMLBuilder private func card(_ title: String, icon: Icon, _ state: AwaitedPlace.State, leave: String) -> some HTML {
        let found = places.filter { $0.state == state }
        if !found.isEmpty {
            Card("\(title) (\(found.count))", icon: icon) {
                ul(.class("lines")) { ForEach(found) { place in WaitingLine(place: place, leave: leave, frame: frame, key: key) } }
                if state == .waiting { ForEach(orders(of: found)) { order in p(.class("hint")) { order } } }
            }
        }
    }
}

private struct WaitingLine: HTML {
    let place: WaitingPlace
    let leave: String
    let frame: PortalFrame
    let key: String

    /// What keeps it from having a place now; or why it was passed over, where nothing does any more.
    private var news: String? {
        if let hindrance = place.hindrance { return "Tant que ce n'est pas réglé, une place libre ira à la famille suivante. \(hindrance)" }
        return place.passedOver.map { "Le \($0.at.frenchNumeric), une place libre n'a pas pu vous être donnée. \($0.reason) Vous gardez votre rang." }
    }

    var body: some HTML {
        li {
            div(.class("what")) {
                strong { "\(place.childName), \(place.unitName)" }
                span(.class("hint")) {
                    time(.datetime(place.slot.date.iso)) { place.slot.date.french }
                    " · \(place.activityName)"
                }
            }
            div(.class("end")) {
                if place.state == .waiting { StateTag("Rang \(place.rank)", tone: .neutral, icon: .clock) }
                if place.bundle != nil { span(.class("hint")) { "seulement avec les autres" } }
            }
            if place.state == .waiting { p(.class("why")) { place.outlook } }
            if let news { p(.class("hint why")) { news } }
            form(.method(.post), .action(frame.links.to(.waiting)), .class("why")) {
                frame.token
                HiddenField(BookingFields.key, place.answerKey(key))
                HiddenField(WaitingPage.place, place.slot.text)
                SubmitButton(leave, style: .quiet, icon: .minus, name: WaitingPage.act, value: WaitingPage.leave)
            }
        }
    }
}

extension WaitingPlace {
    /// Who is ahead, what happens when the family's turn comes, and until when it may come.
    fileprivate var outlook: String {
        let turn =
            switch rank {
            case 1: "Vous êtes la prochaine famille."
            case 2: "Une demande est avant la vôtre."
            default: "\(rank - 1) demandes sont avant la vôtre."
            }
        let then =
            switch mode {
            case .noLine: ""
            case .given: " À votre tour, la place est réservée pour vous, et un courriel vous le dit."
            case .offered(let hours): " À votre tour, la place vous est gardée \(hours)\u{A0}h\u{A0}: c'est à vous de l'accepter ici."
            }
        return "\(turn)\(then)\(end)"
    }

    private var end: String {
        guard let limit, case .until = limit else { return "" }
        return " Une place peut venir \(limit.words)."
    }
}
