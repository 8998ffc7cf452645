package import PortalCore

/// The parents' pages about absences.
package enum AbsencePage: PortalPage {
    /// Those that were reported.
    case list
    /// The form that reports one; a child may be ticked on it.
    case form(Identifier<Child>?)
    /// What it would change: posted to.
    case review
    /// Posted to when the recap is confirmed.
    case reporting
    /// One of them; posted to, adds a certificate.
    case absence(Identifier<Absence>)

    package init?(_ address: PageAddress) {
        switch address.segments {
        case ["absences"]: self = .list
        case ["absences", "signaler"]: self = .form(address["enfant"].flatMap { Identifier<Child>(text: $0) })
        case ["absences", "recapitulatif"]: self = .review
        case ["absences", "confirmation"]: self = .reporting
        case let parts where parts.count == 2 && parts[0] == "absences":
            guard let absence = Identifier<Absence>(text: parts[1]) else { return nil }
            self = .absence(absence)
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .list: PageAddress("absences")
        case .form(let child): PageAddress("absences", "signaler", query: child.map { [QueryItem("enfant", String($0.rawValue))] } ?? [])
        case .review: PageAddress("absences", "recapitulatif")
        case .reporting: PageAddress("absences", "confirmation")
        case .absence(let absence): PageAddress("absences", String(absence.rawValue))
        }
    }

    package static let examples: [AbsencePage] = [.list, .form(nil), .form(Identifier(1)), .review, .reporting, .absence(Identifier(1))]
}
