import HTMLTemplates
import PortalCore

/// A request by somebody who is signed in, about the account itself, with or without a household.
struct AccountContext: PageContext {
    let site: PortalSite
    let request: HTTPRequest
    let catalogue: PortalCatalogue
    let session: ParentSession
    let adult: Adult
    /// Whether the town has not recognised the family yet.
    let isNewcomer: Bool
    let formSecret: String
    let cookies: [String] = []

    var reader: Reader { isNewcomer ? .newcomer(salutation: adult.salutation) : .parent(salutation: adult.salutation) }
    var token: SessionToken { SessionToken(cookie: formSecret) }

    /// - Throws: `PageFailure.signInRequired` without a session that is still good, `.passwordChoiceRequired` when another page comes first.
    init(_ request: HTTPRequest, _ site: PortalSite, for page: AccountPage) async throws {
        guard let token = site.cookies.value(.parent, in: request),
            case .parent(let session)? = try site.sessions.resolve(SessionToken(cookie: token)),
            let adult = try site.accounts.adult(of: session.account)
        else { throw PageFailure.signInRequired }
        guard page == .password || !session.mustChoosePassword else { throw PageFailure.passwordChoiceRequired }
        if session.renewalDue { try await site.sessions.renew(SessionToken(cookie: token)) }
        self.site = site
        self.request = request
        catalogue = try site.catalogue()
        self.session = session
        self.adult = adult
        isNewcomer = try site.households.access(of: session.account) == nil
        formSecret = token
    }
}
