import HTMLTemplates
import PortalCore

enum SignOutHandler {
    /// Ends a parent's session and goes back to the portal's front page.
    static func signOut(_ context: ParentContext) async throws -> HTTPResponse {
        _ = try context.form()
        let returnTo = context.site.absoluteAddress(of: PublicPage.identity(.signedOut))
        let away = try await context.site.identities?.sessionEnd(of: SessionToken(cookie: context.formSecret), returnTo: returnTo)
        let response = try await end(context, .parent, next: context.links.to(.welcome))
        return away.flatMap { leaving(context, $0, response) } ?? response
    }

    /// Ends the session at FranceConnect too. A form may not lead to another site (`form-action`): the page after it does.
    private static func leaving(_ context: ParentContext, _ address: String, _ ended: HTTPResponse) -> HTTPResponse? {
        guard let link = Link(service: address) else { return nil }
        let frame = PortalFrame(settings: context.catalogue.settings, reader: .visitor, token: context.frame.token, passing: nil)
        var response = context.page(IdentitySignOutPage(frame: frame, end: link))
        response.setCookies(context.site.cookies.removing(.parent))
        response.headers.append("Refresh", "0; url=\(link.address)")
        return response
    }

    /// Ends a staff member's session.
    static func signOut(_ context: StaffContext) async throws -> HTTPResponse {
        try await end(context, .staff, next: context.links.to(.signIn as StaffPage))
    }

    private static func end(_ context: some PageContext, _ purpose: SessionCookies.Purpose, next: Link) async throws -> HTTPResponse {
        _ = try context.form()
        try await context.site.sessions.signOut(SessionToken(cookie: context.formSecret))
        var response = context.redirect(to: next, saying: .signedOut)
        response.setCookies(context.site.cookies.removing(purpose))
        return response
    }
}
