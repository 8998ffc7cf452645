import HTMLTemplates
import PortalCore

/// A request by a signed-in member of the town's staff.
struct StaffContext: PageContext {
    let site: PortalSite
    let request: HTTPRequest
    let catalogue: PortalCatalogue
    let member: StaffMember
    let formSecret: String
    let cookies: [String] = []

    var reader: Reader { .staff(name: member.fullName, role: member.role) }

    /// - Parameter needsSecondFactor: false for the pages that a member without a code still sees where the town asks for one.
    /// - Throws: `PageFailure.signInRequired` without a session that is still good, `.secondFactorRequired` when another page comes first.
    init(_ request: HTTPRequest, _ site: PortalSite, needsSecondFactor: Bool = true) async throws {
        guard let token = site.cookies.value(.staff, in: request), case .staff(let session)? = try site.sessions.resolve(SessionToken(cookie: token))
        else { throw PageFailure.signInRequired }
        catalogue = try site.catalogue()
        if needsSecondFactor, !session.hasSecondFactor, catalogue.settings.staffSecondFactor == .required { throw PageFailure.secondFactorRequired }
        if session.renewalDue { try await site.sessions.renew(SessionToken(cookie: token)) }
        self.site = site
        self.request = request
        member = session.member
        formSecret = token
    }

    /// Turns the member away from a page that asks for a right that the role does not have. Comes before anything is looked up.
    func require(_ right: StaffRight) throws(PageFailure) {
        guard member.role.has(right) else { throw .forbidden(right.refusal) }
    }
}
