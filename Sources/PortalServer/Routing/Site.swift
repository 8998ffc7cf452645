import HTMLTemplates
import PortalCore

/// All portals of this process: finds the page that a request asks for and answers with it, or says why not.
struct Site: Sendable {
    let portals: [String: PortalSite]
    let isDemo: Bool

    init(_ portals: [PortalSite], isDemo: Bool) {
        self.portals = Dictionary(portals.map { ($0.links.slug, $0) }, uniquingKeysWith: { first, _ in first })
        self.isDemo = isDemo
    }

    /// The answer to a request, whatever happens.
    func respond(to request: HTTPRequest) async -> HTTPResponse {
        await answer(request).withSecurityHeaders()
    }

    private func answer(_ request: HTTPRequest) async -> HTTPResponse {
        if let page = SitePage(segments: request.segments) { return failureSafe(request, nil) { try respond(to: request, with: page) } }
        guard let slug = request.segments.first, let site = portals[slug] else { return FailurePages.answer(PageFailure.notFound, request, nil) }
        if request.segments.last == "" { return .redirect(to: String(request.path.dropLast()), .permanentRedirect) }
        do {
            return try await site.respond(to: request)
        } catch {
            return FailurePages.answer(error, request, site)
        }
    }

    private func failureSafe(_ request: HTTPRequest, _ site: PortalSite?, _ body: () throws -> HTTPResponse) -> HTTPResponse {
        do {
            return try body()
        } catch {
            return FailurePages.answer(error, request, site)
        }
    }
}
