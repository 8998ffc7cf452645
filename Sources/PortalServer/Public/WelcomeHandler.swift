import HTMLTemplates
import PortalCore

enum WelcomeHandler {
    /// The portal's front page; a parent who is signed in goes to the private space.
    static func show(_ context: VisitorContext) throws -> HTTPResponse {
        if let token = context.site.cookies.value(.parent, in: context.request),
            case .parent? = try context.site.sessions.resolve(SessionToken(cookie: token))
        {
            return context.redirect(to: context.links.to(.home as ParentPage))
        }
        return context.page(WelcomePage(frame: context.frame))
    }
}

enum ThemeHandler {
    /// The town's colours.
    static func show(_ context: VisitorContext) throws -> HTTPResponse {
        .stylesheet(Theme(accent: context.catalogue.settings.accent).stylesheet)
    }
}
