package import PortalCore

/// What a signed-in parent sees.
package enum ParentPage: PortalPage {
    case home
    case family
    case child(Identifier<Child>)
    /// The month's planning; nil is the current month.
    case planning(Month?)
    /// A week put on many: "Remplir plusieurs semaines".
    case fill
    /// What would change, before confirming.
    case recap
    /// The bookings themselves: posted to when the recap is confirmed.
    case bookings
    case requests
    case request(Identifier<Request>)
    /// The mails of this account, kept in the portal.
    case messages
    /// A page of the family's file.
    case file(FamilyFilePage)

    package init?(_ address: PageAddress) {
        switch address.segments {
        case ["accueil"]: self = .home
        case ["famille"]: self = .family
        case ["reservations"]: self.init(planning: address["mois"])
        case ["reservations", "remplir"]: self = .fill
        case ["reservations", "recapitulatif"]: self = .recap
        case ["reservations", "confirmation"]: self = .bookings
        case ["demandes"]: self = .requests
        case ["messages"]: self = .messages
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
        case .planning(let month): PageAddress("reservations", query: month.map { [QueryItem("mois", $0.iso)] } ?? [])
        case .fill: PageAddress("reservations", "remplir")
        case .recap: PageAddress("reservations", "recapitulatif")
        case .bookings: PageAddress("reservations", "confirmation")
        case .requests: PageAddress("demandes")
        case .request(let request): PageAddress("demandes", String(request.rawValue))
        case .messages: PageAddress("messages")
        case .file(let page): page.address
        }
    }

    package static let examples: [ParentPage] =
        [.home, .family, .child(Identifier(1)), .planning(nil), .fill, .recap, .bookings, .requests, .request(Identifier(1)), .messages]
        + FamilyFilePage.examples.map { .file($0) }
        + (Month(iso: "2026-11").map { [.planning($0)] } ?? [])

    private init?(planning month: String?) {
        guard let month else {
            self = .planning(nil)
            return
        }
        guard let month = Month(iso: month) else { return nil }
        self = .planning(month)
    }

    private init?(collection: String, member: String) {
        switch collection {
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
