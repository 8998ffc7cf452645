import PortalCore

/// What anybody may see of a portal.
package enum PublicPage: PortalPage {
    case welcome
    /// The town's colours.
    case theme
    case registration
    /// Creating an account without a clé enfance.
    case newcomer
    /// Signing in, and the page to go on to.
    case signIn(next: ParentPage?)
    /// The code after the password.
    case signInCode(next: ParentPage?)
    case signOut
    /// The link of the activation mail; the token proves that the address is read.
    case emailConfirmation(token: String)
    /// Asking for the link that chooses a new password.
    case forgottenPassword
    /// That link.
    case passwordReset(token: String)
    /// A family's agenda for its calendars; the token is the secret of one feed.
    case calendar(token: String)
    /// A page of a journey to FranceConnect.
    case identity(IdentityPage)

    package init?(_ address: PageAddress) {
        switch address.segments {
        case []: self = .welcome
        case ["theme.css"]: self = .theme
        case ["creer-mon-espace"]: self = .registration
        case ["creer-mon-espace", "sans-cle"]: self = .newcomer
        case ["connexion"]: self = .signIn(next: address["suite"].flatMap { ParentPage(PageAddress(localText: $0)) })
        case ["connexion", "code"]: self = .signInCode(next: address["suite"].flatMap { ParentPage(PageAddress(localText: $0)) })
        case ["deconnexion"]: self = .signOut
        case ["mot-de-passe-oublie"]: self = .forgottenPassword
        case let parts where parts.count == 2 && parts[0] == "confirmer-mon-adresse": self = .emailConfirmation(token: parts[1])
        case let parts where parts.count == 2 && parts[0] == "nouveau-mot-de-passe": self = .passwordReset(token: parts[1])
        case let parts where parts.count == 2 && parts[0] == "agenda" && parts[1].hasSuffix(".ics"):
            self = .calendar(token: String(parts[1].dropLast(4)))
        default:
            guard let page = IdentityPage(address) else { return nil }
            self = .identity(page)
        }
    }

    package var address: PageAddress {
        switch self {
        case .welcome: PageAddress()
        case .theme: PageAddress("theme.css")
        case .registration: PageAddress("creer-mon-espace")
        case .newcomer: PageAddress("creer-mon-espace", "sans-cle")
        case .signIn(let next): PageAddress("connexion", query: PublicPage.query(next))
        case .signInCode(let next): PageAddress("connexion", "code", query: PublicPage.query(next))
        case .signOut: PageAddress("deconnexion")
        case .emailConfirmation(let token): PageAddress("confirmer-mon-adresse", token)
        case .forgottenPassword: PageAddress("mot-de-passe-oublie")
        case .passwordReset(let token): PageAddress("nouveau-mot-de-passe", token)
        case .calendar(let token): PageAddress("agenda", "\(token).ics")
        case .identity(let page): page.address
        }
    }

    private static func query(_ next: ParentPage?) -> [QueryItem] { next.map { [QueryItem("suite", $0.address.localText)] } ?? [] }

    package static let examples: [PublicPage] =
        IdentityPage.examples.map { .identity($0) } + [
            .welcome, .theme, .registration, .newcomer, .signIn(next: nil), .signIn(next: .planning(nil)), .signInCode(next: nil),
            .signInCode(next: .family), .signOut, .emailConfirmation(token: "abc"), .forgottenPassword, .passwordReset(token: "abc"),
            .calendar(token: "abc"),
        ]
}
