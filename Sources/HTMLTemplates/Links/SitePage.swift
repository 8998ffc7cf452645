/// What the site shows outside any portal.
package enum SitePage: LinkTarget, Hashable, Sendable {
    /// The list of the portals.
    case portals
    /// Every component of the pages, in a demo only.
    case styleGuide
    /// For the proxy and the monitoring.
    case health

    package init?(segments: [String]) {
        switch segments {
        case []: self = .portals
        case ["_styleguide"]: self = .styleGuide
        case ["_health"]: self = .health
        default: return nil
        }
    }

    package var address: String {
        switch self {
        case .portals: "/"
        case .styleGuide: "/_styleguide"
        case .health: "/_health"
        }
    }

    package static let examples: [SitePage] = [.portals, .styleGuide, .health]
}
