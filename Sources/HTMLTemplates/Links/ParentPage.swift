package import PortalCore

/// What a signed-in parent sees.
package enum ParentPage: PortalPage {
    case home
    case family
    case child(Identifier<Child>)
    /// The month's planning; nil is the current month. With a child or an activity, nothing else is shown.
    case planning(Month?, child: Identifier<Child>? = nil, activity: Identifier<Activity>? = nil)
    /// A week put on many: "Remplir plusieurs semaines".
    case fill
    /// What would change, before confirming.
    case recap
    /// The bookings themselves: posted to when the recap is confirmed.
    case bookings
    /// The places that the family waits for; posted to when it accepts or leaves one.
    case waiting
    /// What adults accept before they book.
    case regulations
    /// One of them, by its code; posted to when it is accepted.
    case regulation(String)
    case requests
    /// The agenda of the family or of a child.
    case agenda(AgendaQuery)
    /// The addresses under which calendars read it; posted to, makes one.
    case calendarFeeds
    /// Ends one of them: posted to.
    case calendarFeedEnd
    case request(Identifier<Request>)
    /// The mails of this account, kept in the portal.
    case messages
    /// A page of the family's file.
    case file(FamilyFilePage)
    /// A page about absences.
    case absences(AbsencePage)
    /// A page about pièces justificatives.
    case documents(DocumentPage)
    /// What the family owes.
    case owed
    /// A page about regular care at a nursery.
    case nursery(NurseryPage)

    package init?(_ address: PageAddress) {
        switch address.segments {
        case ["accueil"]: self = .home
        case ["famille"]: self = .family
        case ["reservations"]: self.init(planning: address)
        case ["reservations", "remplir"]: self = .fill
        case ["reservations", "recapitulatif"]: self = .recap
        case ["reservations", "confirmation"]: self = .bookings
        case ["liste-attente"]: self = .waiting
        case ["reglements"]: self = .regulations
        case ["demandes"]: self = .requests
        case ["agenda"]:
            guard let query = AgendaQuery(address) else { return nil }
            self = .agenda(query)
        case ["agenda", "abonnement"]: self = .calendarFeeds
        case ["agenda", "abonnement", "suppression"]: self = .calendarFeedEnd
        case ["messages"]: self = .messages
        case ["impayes"]: self = .owed
        case let parts where parts.first == "absences":
            guard let page = AbsencePage(address) else { return nil }
            self = .absences(page)
        case let parts where parts.first == "pieces":
            guard let page = DocumentPage(address) else { return nil }
            self = .documents(page)
        case let parts where parts.first == "petite-enfance":
            guard let page = NurseryPage(address) else { return nil }
            self = .nursery(page)
        case let parts where parts.count > 2 || parts.first == "modifications":
            guard let page = FamilyFilePage(address) else { return nil }
            self = .file(page)
        case let parts where parts.count == 2: self.init(collection: parts[0], member: parts[1])
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .home: PageAddress("accueil")
        case .family: PageAddress("famille")
        case .child(let child): PageAddress("enfants", String(child.rawValue))
        case .planning(let month, let child, let activity):
            PageAddress(
                "reservations",
                query: [
                    month.map { QueryItem("mois", $0.iso) }, child.map { QueryItem("enfant", String($0.rawValue)) },
                    activity.map { QueryItem("activite", String($0.rawValue)) },
                ].compactMap(\.self)
            )
        case .fill: PageAddress("reservations", "remplir")
        case .recap: PageAddress("reservations", "recapitulatif")
        case .bookings: PageAddress("reservations", "confirmation")
        case .waiting: PageAddress("liste-attente")
        case .regulations: PageAddress("reglements")
        case .regulation(let code): PageAddress("reglements", code)
        case .requests: PageAddress("demandes")
        case .agenda(let query): PageAddress(segments: ["agenda"], query: query.items)
        case .calendarFeeds: PageAddress("agenda", "abonnement")
        case .calendarFeedEnd: PageAddress("agenda", "abonnement", "suppression")
        case .request(let request): PageAddress("demandes", String(request.rawValue))
        case .messages: PageAddress("messages")
        case .file(let page): page.address
        case .absences(let page): page.address
        case .documents(let page): page.address
        case .owed: PageAddress("impayes")
        case .nursery(let page): page.address
        }
    }

    package static let examples: [ParentPage] =
        [
            .home, .family, .child(Identifier(1)), .planning(nil), .fill, .recap, .bookings, .waiting, .regulations, .regulation("accueils"),
            .requests, .request(Identifier(1)), .messages, .owed,
        ]
        + FamilyFilePage.examples.map { .file($0) } + AbsencePage.examples.map { .absences($0) } + DocumentPage.examples.map { .documents($0) }
        + NurseryPage.examples.map { .nursery($0) }
        + [.agenda(AgendaQuery()), .agenda(AgendaQuery(isMonth: true, day: CivilDate(dayNumber: 20_800), child: Identifier(1)))]
        + [.calendarFeeds, .calendarFeedEnd]
        + (Month(iso: "2026-11").map { [.planning($0), .planning($0, child: Identifier(1), activity: Identifier(2))] } ?? [])

    private init?(planning address: PageAddress) {
        let month = address["mois"].map { Month(iso: $0) }
        let child = address["enfant"].map { Identifier<Child>(text: $0) }
        let activity = address["activite"].map { Identifier<Activity>(text: $0) }
        // What is there must be readable.
        if case .some(nil) = month { return nil }
        if case .some(nil) = child { return nil }
        if case .some(nil) = activity { return nil }
        self = .planning(month ?? nil, child: child ?? nil, activity: activity ?? nil)
    }

    private init?(collection: String, member: String) {
        switch collection {
        case "reglements": self = .regulation(member)
        case "enfants":
            guard let child = Identifier<Child>(text: member) else { return nil }
            self = .child(child)
        case "demandes":
            guard let request = Identifier<Request>(text: member) else { return nil }
            self = .request(request)
        default: return nil
        }
    }
}
