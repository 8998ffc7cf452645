import PortalCore

/// Writes a portal's definition file out of its database.
enum PortalExportCommand: PortalCommand {
    static let name = "portal export"
    static let summary = "écrit le fichier de définition d'un portail"

    static func run(_ arguments: CommandArguments) async throws {
        try arguments.allow(options: ["data"], positional: 1)
        guard let slug = arguments.positional.first else { throw CommandFailure.usage("Il faut l'adresse du portail à exporter, comme bondoufle.") }
        let data = DataFolder(arguments)
        let definition = try data.opening(slug) { directory in
            guard let portal = try directory.portal(slug) else {
                throw CommandFailure(message: "il n'y a pas de portail «\u{A0}\(slug)\u{A0}» dans \(data.path).")
            }
            return try PortalDefinitionService(portal).definition()
        }
        guard let definition else { throw CommandFailure(message: "le portail «\u{A0}\(slug)\u{A0}» n'a pas encore de définition.") }
        Terminal.print(String(definition.yaml.dropLast()))
    }

    static let help = """
        PortalServer portal export ADRESSE [--data DOSSIER]

        Écrit sur la sortie standard le fichier de définition d'un portail, tel qu'il est dans sa base.
        L'importer de nouveau ne change rien.

          --data DOSSIER   le dossier des données (./data)

        Exemple :
          PortalServer portal export bondoufle > bondoufle.yaml
        """
}
