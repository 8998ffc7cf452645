/// What the site shows outside any portal.
package enum SitePage: LinkTarget, Hashable, Sendable {
    /// The list of the portals.
    case portals
    /// The colours of all towns, for their cards in that list.
    case themes
    /// Every component of the pages, in a demo only.
    case styleGuide
    /// For the proxy and the monitoring.
    case health

    package init?(segments: [String]) {
        switch segments {
        case []: self = .portals
        case ["_themes.css"]: self = .themes
        case ["_styleguide"]: self = .styleGuide
        case ["_health"]: self = .health
        default: return nil
        }
    }

    package var address: String {
        switch self {
        case .portals: "/"
        case .themes: "/_themes.css"
        case .styleGuide: "/_styleguide"
        case .health: "/_health"
        }
    }

    package static let examples: [SitePage] = [.portals, .themes, .styleGuide, .health]
}
