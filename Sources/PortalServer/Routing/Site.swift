import HTMLTemplates
import PortalCore

/// All portals of this process: finds the page that a request asks for and answers with it, or says why not.
struct Site: Sendable {
    let portals: [String: PortalSite]
    let isDemo: Bool
    let assets: AssetAddresses
    private let failures: FailurePages

    init(_ portals: [PortalSite], isDemo: Bool, assets: AssetAddresses) {
        self.portals = Dictionary(portals.map { ($0.links.slug, $0) }, uniquingKeysWith: { first, _ in first })
        self.isDemo = isDemo
        self.assets = assets
        failures = FailurePages(assets: assets)
    }

    /// The answer to a request, whatever happens.
    func respond(to request: HTTPRequest) async -> HTTPResponse {
        await answer(request).withSecurityHeaders()
    }

    private func answer(_ request: HTTPRequest) async -> HTTPResponse {
        if let page = SitePage(segments: request.segments) { return failureSafe(request, nil) { try respond(to: request, with: page) } }
        guard let slug = request.segments.first, let site = portals[slug] else { return failures.answer(PageFailure.notFound, request, nil) }
        if request.segments.last == "" { return .redirect(to: String(request.path.dropLast()), .permanentRedirect) }
        do {
            return try await site.respond(to: request)
        } catch {
            return failures.answer(error, request, site)
        }
    }

    private func failureSafe(_ request: HTTPRequest, _ site: PortalSite?, _ body: () throws -> HTTPResponse) -> HTTPResponse {
        do {
            return try body()
        } catch {
            return failures.answer(error, request, site)
        }
    }
}
