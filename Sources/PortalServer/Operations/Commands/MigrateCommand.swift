import PortalCore

/// Brings the portals' schemas up to date.
enum MigrateCommand: PortalCommand {
    static let name = "migrate"
    static let summary = "met à jour le schéma des bases, ou dit ce qui changerait"
    static let flags: Set<String> = ["dry-run"]
    static let help = """
        PortalServer migrate [--data DOSSIER] [--dry-run]

        Applique à la base de chaque portail les migrations qui lui manquent, chacune en entier ou pas du tout. « serve » le fait
        aussi à son démarrage. Une base qu'un programme plus récent a déjà changée est refusée, et rien n'y est touché.

          --data DOSSIER   le dossier des données (./data)
          --dry-run        dit seulement ce qui serait fait
        """

    static func run(_ arguments: CommandArguments) async throws {
        try arguments.allow(options: ["data", "dry-run"])
        let data = DataFolder(arguments)
        let slugs = data.directory.slugs()
        guard !slugs.isEmpty else { throw CommandFailure(message: "aucun portail dans \(data.path).") }
        for slug in slugs {
            let line = try data.opening(slug) { directory in
                guard let location = try directory.location(of: slug) else { return "" }
                let pending = try location.pendingMigrations()
                if !pending.isEmpty, !arguments.has("dry-run") { try location.open().close() }
                return "\(slug) (\(location.summary))\u{A0}: \(description(of: pending, isDone: !arguments.has("dry-run")))"
            }
            Terminal.print(line)
        }
    }

    /// "à jour", "1 migration appliquée : 2 (passwords)".
    private static func description(of migrations: [Migration], isDone: Bool) -> String {
        guard !migrations.isEmpty else { return "à jour" }
        let plural = migrations.count == 1 ? "" : "s"
        let list = migrations.map { "\($0.number) (\($0.name))" }.joined(separator: ", ")
        return "\(migrations.count) migration\(plural) \(isDone ? "appliquée\(plural)" : "à appliquer")\u{A0}: \(list)"
    }
}
