import PortalCore

/// Lists the portals of a data folder.
enum PortalListCommand: PortalCommand {
    static let name = "portal list"
    static let summary = "liste les portails du dossier de données"

    static func run(_ arguments: CommandArguments) async throws {
        try arguments.allow(options: ["data"])
        let data = DataFolder(arguments)
        let slugs = data.directory.slugs()
        guard let longest = slugs.map(\.count).max() else {
            Terminal.print("Aucun portail dans \(data.path).")
            return
        }
        for slug in slugs {
            let (definition, place) = try data.opening(slug) { directory in
                (try directory.portal(slug).flatMap { try PortalDefinitionService($0).definition() }, try directory.location(of: slug)?.summary ?? "")
            }
            let column = slug + String(repeating: " ", count: longest + 2 - slug.count)
            Terminal.print("\(column)\(definition.map(line) ?? "(sans définition)"), \(place)")
        }
    }

    /// "Ville de Bondoufle, zone C, 6 activités".
    private static func line(_ definition: PortalDefinition) -> String {
        let count = definition.activities.count
        return "\(definition.settings.name), zone \(definition.settings.schoolZone.rawValue), \(count) \(count < 2 ? "activité" : "activités")"
    }

    static let help = """
        PortalServer portal list [--data DOSSIER]

        Liste les portails du dossier de données, un par ligne : son adresse, puis son nom,
        sa zone de vacances, le nombre de ses activités et la base où il est.

          --data DOSSIER   le dossier des données (./data)
        """
}
