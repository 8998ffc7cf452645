import HTMLTemplates
import PortalCore

/// A request by a signed-in parent. There is no other way to reach a household's data.
struct ParentContext: PageContext {
    let site: PortalSite
    let request: HTTPRequest
    let catalogue: PortalCatalogue
    let session: ParentSession
    /// The proof of which households and children this parent reaches.
    let access: HouseholdAccess
    let formSecret: String
    let cookies: [String] = []

    var reader: Reader { .parent(salutation: access.adult.salutation) }

    /// - Throws: `PageFailure.signInRequired` without a session that is still good, `.passwordChoiceRequired` and `.householdRequired` when another
    ///   page comes first.
    init(_ request: HTTPRequest, _ site: PortalSite) async throws {
        guard let token = site.cookies.value(.parent, in: request), let (session, access, catalogue) = try ParentContext.known(token, site)
        else { throw PageFailure.signInRequired }
        if session.renewalDue { try await site.sessions.renew(SessionToken(cookie: token)) }
        self.site = site
        self.request = request
        self.catalogue = catalogue
        self.session = session
        self.access = access
        formSecret = token
    }

    /// What every page of a parent begins with, in one snapshot; nil without a session that is still good.
    private static func known(_ token: String, _ site: PortalSite) throws -> (ParentSession, HouseholdAccess, PortalCatalogue)? {
        try site.portal.database.read { snapshot in
            guard case .parent(let session)? = try site.sessions.resolve(SessionToken(cookie: token), in: snapshot) else { return nil }
            guard !session.mustChoosePassword else { throw PageFailure.passwordChoiceRequired }
            guard let access = try HouseholdAccess(account: session.account, in: snapshot) else { throw PageFailure.householdRequired }
            return (session, access, try site.catalogue(in: snapshot))
        }
    }
}
