import HTMLTemplates
import PortalCore

extension Site {
    /// Answers for the pages outside any portal.
    func respond(to request: HTTPRequest, with page: SitePage) throws -> HTTPResponse {
        guard request.method == .get || request.method == .head else { throw PageFailure.methodNotAllowed(allowed: [.get]) }
        switch page {
        case .portals:
            let towns = try portals.values.map { try $0.catalogue().settings }.sorted { $0.shortName < $1.shortName }
            return .html(.ok, render(PortalListPage(towns: towns, isDemo: isDemo)))
        case .styleGuide:
            guard isDemo else { throw PageFailure.notFound }
            return .html(.ok, render(StyleGuidePage(.site)))
        case .health:
            for site in portals.values { try site.portal.database.read { _ in } }
            return .text(.ok, "en service\n")
        }
    }
}
