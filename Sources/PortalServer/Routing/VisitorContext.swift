import HTMLTemplates
import PortalCore

/// A request to a portal by anybody, signed in or not.
struct VisitorContext: PageContext {
    let site: PortalSite
    let request: HTTPRequest
    let catalogue: PortalCatalogue
    let formSecret: String
    let cookies: [String]

    var reader: Reader { .visitor }

    /// Finds the visitor's secret, or makes one that the answer sets.
    init(_ request: HTTPRequest, _ site: PortalSite) throws {
        self.site = site
        self.request = request
        catalogue = try site.catalogue()
        if let sent = site.cookies.value(.visitor, in: request), sent.utf8.count == VisitorContext.secretLength {
            formSecret = sent
            cookies = []
        } else {
            formSecret = RandomToken(bytes: 32, from: SystemRandom()).text
            cookies = site.cookies.setting(.visitor, to: formSecret)
        }
    }

    /// The browser that asks, known by its long-lived cookie or named now.
    var browser: VisitingBrowser {
        let sent = site.cookies.value(.browser, in: request).flatMap { $0.utf8.count == VisitorContext.secretLength ? $0 : nil }
        return VisitingBrowser(userAgent: request.headers["User-Agent"] ?? "", token: sent ?? RandomToken(bytes: 32, from: SystemRandom()).text)
    }

    /// 32 bytes as URL-safe Base64 without padding.
    private static let secretLength = 43
}
