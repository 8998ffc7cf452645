/// The pages of a journey to FranceConnect and back.
package enum IdentityPage: PortalPage {
    /// Leaves for FranceConnect; coming back leads to the page that was wanted.
    case leave(next: ParentPage?)
    /// Where FranceConnect sends the browser back to.
    case back
    /// For somebody whose identity is proven and who has no account here, or has not said which.
    case arrival
    /// Where FranceConnect sends the browser back to once the session there is over.
    case signedOut

    package init?(_ address: PageAddress) {
        guard address.segments.first == "franceconnect", address.segments.count <= 2 else { return nil }
        switch address.segments.dropFirst().first {
        case nil: self = .leave(next: address["suite"].flatMap { ParentPage(PageAddress(localText: $0)) })
        case "retour": self = .back
        case "bienvenue": self = .arrival
        case "deconnexion": self = .signedOut
        default: return nil
        }
    }

    package var address: PageAddress {
        switch self {
        case .leave(let next): PageAddress("franceconnect", query: next.map { [QueryItem("suite", $0.address.localText)] } ?? [])
        case .back: PageAddress("franceconnect", "retour")
        case .arrival: PageAddress("franceconnect", "bienvenue")
        case .signedOut: PageAddress("franceconnect", "deconnexion")
        }
    }

    package static let examples: [IdentityPage] = [.leave(next: nil), .leave(next: .family), .back, .arrival, .signedOut]
}
