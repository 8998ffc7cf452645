import HTMLTemplates
import PortalCore

enum SignOutHandler {
    /// Ends a parent's session and goes back to the portal's front page.
    static func signOut(_ context: ParentContext) async throws -> HTTPResponse {
        try await end(context, .parent, next: context.links.to(.welcome))
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
