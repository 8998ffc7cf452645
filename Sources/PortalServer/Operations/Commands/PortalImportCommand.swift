import PortalCore

/// Makes a portal what its definition file says.
enum PortalImportCommand: PortalCommand {
    static let name = "portal import"
    static let summary = "crée ou met à jour un portail d'après son fichier de définition"

    static let flags: Set<String> = ["remplacer"]

    static func run(_ arguments: CommandArguments) async throws {
        try arguments.allow(options: ["data", "remplacer"], positional: 1)
        guard let file = arguments.positional.first else { throw CommandFailure.usage("Il faut le fichier de définition à importer.") }
        let data = DataFolder(arguments)
        let definition = try PortalImportCommand.definition(file, today: data.clock.today)
        let slug = definition.settings.slug
        let portal = try data.opening(slug) { try $0.create(slug) }
        do {
            try await PortalDefinitionService(portal).put(definition, overwriting: arguments.has("remplacer"))
        } catch let refusal as DefinitionRefusal {
            throw CommandFailure(message: "\(file) n'a pas été importé\u{A0}: \(refusal).")
        } catch let error as DatabaseError {
            throw data.failure(error, of: slug)
        }
        Terminal.print("Portail «\u{A0}\(slug)\u{A0}» importé dans \(data.path)\u{A0}: \(PortalImportCommand.contents(of: definition)).")
        try reportLeftBookings(in: portal)
    }

    /// A closure that comes with a definition cancels nothing: it says which bookings are left on its days, for the staff to decide.
    private static func reportLeftBookings(in portal: Portal) throws {
        guard let catalogue = try portal.database.read({ try PortalCatalogueStore($0).load() }) else { return }
        for left in try ClosureService(portal, catalogue).unsettled() {
            let days =
                left.closure.firstDay == left.closure.lastDay
                ? "le \(left.closure.firstDay.iso)" : "du \(left.closure.firstDay.iso) au \(left.closure.lastDay.iso)"
            Terminal.print(
                "  Attention\u{A0}: la fermeture «\u{A0}\(left.closure.reason)\u{A0}» \(days) laisse \(left.bookings) réservations de \(left.families) familles. "
                    + "Elles ne sont pas annulées\u{A0}: décidez-en dans la page «\u{A0}Fermetures\u{A0}» des agents."
            )
        }
    }

    private static func definition(_ file: String, today: CivilDate) throws -> PortalDefinition {
        do {
            return try PortalDefinition(file: file, today: today)
        } catch let error as DefinitionError {
            throw CommandFailure(message: error.description)
        } catch let refusal as DefinitionRefusal {
            throw CommandFailure(message: "\(refusal).")
        }
    }

    /// "6 activités, 3 actualités, 1 fermeture".
    private static func contents(of definition: PortalDefinition) -> String {
        let parts = [
            (definition.activities.count, "activité"), (definition.settings.news.count, "actualité"), (definition.closures.count, "fermeture"),
        ]
        return parts.map { "\($0) \($1)\($0 < 2 ? "" : "s")" }.joined(separator: ", ")
    }

    static let help = """
        PortalServer portal import FICHIER [--remplacer] [--data DOSSIER]

        Crée le portail que décrit un fichier de définition, ou le met à jour s'il existe déjà :
        ses textes, contacts, actualités, fermetures, activités, unités, groupes et délais.
        Ce qui garde son code garde ses inscriptions et ses réservations. Une activité, une unité
        ou un groupe qui sert encore ne peut pas être retiré : le fichier est alors refusé en entier.

        Un fichier qui déferait ce que les pages d'administration ont réglé depuis le dernier import
        (délais datés, ouverture, fenêtres, jours ajoutés) est refusé, sauf avec --remplacer.

          --remplacer      défait ce que les pages ont réglé et que le fichier ne dit pas
          --data DOSSIER   le dossier des données (./data)

        docs/definition.md décrit le fichier ; Portals/ en contient cinq exemples.
        Les erreurs nomment le fichier, la ligne et le champ.

        Exemple :
          PortalServer portal import Portals/bondoufle.yaml
        """
}
