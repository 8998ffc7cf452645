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
    /// The town's colours. They change when the town's definition does, so browsers ask again after an hour.
    static func show(_ context: VisitorContext) throws -> HTTPResponse {
        let theme = Theme(accent: context.catalogue.settings.accent)
        return HTTPResponse(
            .ok,
            headers: ["Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=3600"],
            body: Array(theme.stylesheet.utf8)
        )
    }
}
