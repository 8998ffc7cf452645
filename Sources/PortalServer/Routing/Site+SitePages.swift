import HTMLTemplates
import PortalCore

extension Site {
    /// Answers for the pages outside any portal.
    func respond(to request: HTTPRequest, with page: SitePage) throws -> HTTPResponse {
        guard request.method == .get || request.method == .head else { throw PageFailure.methodNotAllowed(allowed: [.get]) }
        switch page {
        case .portals:
            return .html(.ok, render(PortalListPage(towns: try towns(), isDemo: isDemo), assets: assets))
        case .themes:
            return .stylesheet(try towns().map { Theme(accent: $0.accent).stylesheet(forTown: $0.slug) }.joined())
        case .styleGuide:
            guard isDemo else { throw PageFailure.notFound }
            return .html(.ok, render(StyleGuidePage(.site), assets: assets))
        case .health:
            for site in portals.values { try site.portal.database.read { _ in } }
            return .text(.ok, "en service\n")
        }
    }

    /// Every town, by the name that parents know.
    private func towns() throws -> [PortalSettings] {
        try portals.values.map { try $0.catalogue().settings }.sorted { $0.shortName < $1.shortName }
    }
}

extension HTTPResponse {
    /// Colours made from definitions. They change when a definition does, so browsers ask again after an hour.
    static func stylesheet(_ text: String) -> HTTPResponse {
        HTTPResponse(
            .ok,
            headers: ["Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=3600"],
            body: Array(text.utf8)
        )
    }
}
