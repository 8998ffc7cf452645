import PortalCore

/// Takes a portal from SQLite to PostgreSQL and back.
enum PortalMoveCommand: PortalCommand {
    static let name = "portal move"
    static let summary = "déplace un portail de SQLite à PostgreSQL, ou l'inverse"
    static let help = """
        PortalServer portal move ADRESSE --to BASE [--data DOSSIER]

        Copie toutes les données d'un portail dans une autre base, relit la copie et compare chaque table, puis change la
        configuration. Jusque-là le portail est l'ancien ; interrompue, la commande recommence du début. L'ancienne base est
        gardée sous un autre nom. Le serveur doit être arrêté : sinon la commande refuse et ne change rien.

          --to postgresql://…   un schéma d'un serveur PostgreSQL : postgresql://compte:secret@hote/base?schema=nom
                                (sans schema= : portail_ADRESSE)
          --to sqlite           un fichier du dossier de données
          --data DOSSIER        le dossier des données (./data)

        docs/operating.md décrit les deux bases et ce qu'il faut sauvegarder.

        Exemple :
          PortalServer portal move bondoufle --to 'postgresql://portail@localhost/portails'
        """

    static func run(_ arguments: CommandArguments) async throws {
        try arguments.allow(options: ["data", "to"], positional: 1)
        guard let slug = arguments.positional.first else { throw CommandFailure.usage("Il faut l'adresse du portail à déplacer, comme bondoufle.") }
        let data = DataFolder(arguments)
        let target = try target(arguments.required("to"), slug)
        do {
            let old = try data.directory.move(of: slug, to: target).run { table, rows in
                Terminal.print("  \(table)\u{A0}: \(rows) \(rows < 2 ? "ligne copiée et vérifiée" : "lignes copiées et vérifiées")")
            }
            let place = try data.directory.location(of: slug)?.summary ?? ""
            Terminal.print("Portail «\u{A0}\(slug)\u{A0}» déplacé\u{A0}: \(place). L'ancienne base est gardée\u{A0}: \(old).")
        } catch let refusal as PortalMoveRefusal {
            throw CommandFailure(message: sentence(refusal, slug, data))
        } catch let error as DatabaseError {
            throw data.failure(error, of: slug)
        }
    }

    private static func target(_ text: String, _ slug: String) throws -> PortalMove.Target {
        if text == "sqlite" { return .sqlite }
        do {
            return .postgreSQL(try PostgreSQLAddress(text, defaultSchema: PostgreSQLAddress.schema(of: slug)))
        } catch DatabaseError.other(let sentence) {
            throw CommandFailure.usage("--to attend « sqlite » ou une adresse\u{A0}: \(sentence).")
        }
    }

    private static func sentence(_ refusal: PortalMoveRefusal, _ slug: String, _ data: DataFolder) -> String {
        let reason =
            switch refusal {
            case .noPortal: "\(data.path) n'en contient pas de ce nom"
            case .alreadyThere: "il est déjà dans cette base"
            case .inUse: "un serveur ou une autre commande s'en sert\u{A0}; arrêtez-le d'abord"
            case .migrationsPending: "son schéma n'est pas à jour\u{A0}; lancez d'abord «\u{A0}PortalServer migrate\u{A0}»"
            case .schemaInUse(let schema): "le schéma \(schema) contient déjà autre chose\u{A0}; choisissez-en un autre avec schema="
            }
        return "le portail «\u{A0}\(slug)\u{A0}» n'a pas été déplacé\u{A0}: \(reason)."
    }
}
