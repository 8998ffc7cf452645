import PortalCore

/// The five definition files of the repository.
enum ExampleTowns {
    static let slugs = ["bondoufle", "chalonnes-sur-loire", "chanteloup-les-vignes", "charost", "gevrey-nuits"]

    /// The day on which the tests read them.
    static let today = CivilDate(year: 2026, month: 11, day: 20) ?? CivilDate(dayNumber: 0)

    static func definition(_ slug: String) throws -> PortalDefinition {
        try PortalDefinition(file: "\(folder)/\(slug).yaml", today: today)
    }

    static func read(_ yaml: String) throws -> PortalDefinition {
        try PortalDefinition(yaml: Array(yaml.utf8), file: "ville.yaml", today: today)
    }

    /// Portals/ beside Tests/, four folders above this file.
    private static let folder = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" } + "/Portals"
}
