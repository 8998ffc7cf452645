package import PortalCore

/// The staff's pages about the families' accounts.
package enum AccountDeskPage: PortalPage {
    /// Adults by name, with their accounts.
    case people(name: String?)
    /// Prepares an adult's account, or sends its first password again: posted to.
    case preparation(Identifier<Adult>)
    /// Takes the second factor away from an adult's account: posted to.
    case secondFactorReset(Identifier<Adult>)
    /// The families that ask to be recognised.
    case recognitions
    /// One of them; posted to, answers it.
    case recognition(Identifier<RecognitionRequest>)
    /// The people who ask to be forgotten.
    case erasures
    /// One of them; posted to, answers it.
    case erasure(Identifier<ErasureRequest>)
    /// How long things are kept, and what has run out; posted to, erases it.
    case retention

    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 2, parts[0] == "agents" else { return nil }
        switch Array(parts.dropFirst()) {
        case ["comptes"]: self = .people(name: address["nom"])
        case ["rattachements"]: self = .recognitions
        case let parts where parts.count == 2 && parts[0] == "comptes":
            guard let adult = Identifier<Adult>(text: parts[1]) else { return nil }
            self = .preparation(adult)
        case let parts where parts.count == 3 && parts[0] == "comptes" && parts[2] == "double-authentification":
            guard let adult = Identifier<Adult>(text: parts[1]) else { return nil }
            self = .secondFactorReset(adult)
        case let parts where parts.count == 2 && parts[0] == "rattachements":
            guard let request = Identifier<RecognitionRequest>(text: parts[1]) else { return nil }
            self = .recognition(request)
        case ["effacements"]: self = .erasures
        case ["conservation"]: self = .retention
        case let parts where parts.count == 2 && parts[0] == "effacements":
            guard let request = Identifier<ErasureRequest>(text: parts[1]) else { return nil }
            self = .erasure(request)
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .people(let name): PageAddress("agents", "comptes", query: name.map { [QueryItem("nom", $0)] } ?? [])
        case .preparation(let adult): PageAddress("agents", "comptes", String(adult.rawValue))
        case .secondFactorReset(let adult): PageAddress("agents", "comptes", String(adult.rawValue), "double-authentification")
        case .recognitions: PageAddress("agents", "rattachements")
        case .recognition(let request): PageAddress("agents", "rattachements", String(request.rawValue))
        case .erasures: PageAddress("agents", "effacements")
        case .retention: PageAddress("agents", "conservation")
        case .erasure(let request): PageAddress("agents", "effacements", String(request.rawValue))
        }
    }

    package static let examples: [AccountDeskPage] = [
        .people(name: nil), .people(name: "Dupont"), .preparation(Identifier(1)), .secondFactorReset(Identifier(1)),
        .recognitions, .recognition(Identifier(1)), .erasures, .erasure(Identifier(1)), .retention,
    ]
}
