import HTMLTemplates
import PortalCore

/// A request by somebody who is signed in, about the account itself, with or without a household.
struct AccountContext: PageContext {
    let site: PortalSite
    let request: HTTPRequest
    let catalogue: PortalCatalogue
    let session: ParentSession
    let adult: Adult
    let formSecret: String
    let cookies: [String] = []

    var reader: Reader { .parent(salutation: adult.salutation) }
    var token: SessionToken { SessionToken(cookie: formSecret) }

    /// - Throws: `PageFailure.signInRequired` without a session that is still good.
    init(_ request: HTTPRequest, _ site: PortalSite) async throws {
        guard let token = site.cookies.value(.parent, in: request),
            case .parent(let session)? = try site.sessions.resolve(SessionToken(cookie: token)),
            let adult = try site.accounts.adult(of: session.account)
        else { throw PageFailure.signInRequired }
        if session.renewalDue { try await site.sessions.renew(SessionToken(cookie: token)) }
        self.site = site
        self.request = request
        catalogue = try site.catalogue()
        self.session = session
        self.adult = adult
        formSecret = token
    }
}
