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
        let portal = request.segments.first.flatMap { portals[$0] }
        do {
            if let page = SitePage(segments: request.segments) { return try respond(to: request, with: page) }
            guard let portal else { throw PageFailure.notFound }
            if request.segments.last == "" { return .redirect(to: String(request.path.dropLast()), .permanentRedirect) }
            return try await portal.respondOnce(to: request)
        } catch {
            return failures.answer(error, request, portal)
        }
    }
}
