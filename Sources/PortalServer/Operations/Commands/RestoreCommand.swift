import PortalCore

/// Puts a backup back into a new data folder.
enum RestoreCommand: PortalCommand {
    static let name = "restore"
    static let summary = "restaure une sauvegarde dans un nouveau dossier"
    static let help = """
        PortalServer restore SAUVEGARDE --to DOSSIER [--key CLÉ] [--until INSTANT]

        Déchiffre la dernière sauvegarde du dossier SAUVEGARDE (ou celle dont le sous-dossier daté est donné) dans DOSSIER, qui doit être
        vide ou ne pas exister, avec tous les changements qui l'ont suivie. Chaque empreinte, chaque page des bases
        et chaque journal des actes sont vérifiés.

          --to DOSSIER      où restaurer ; « PortalServer serve --data DOSSIER » le sert ensuite
          --key CLÉ         le fichier de la clé (sinon la variable PORTAL_BACKUP_KEY)
          --until INSTANT   s'arrêter à cet instant, par exemple 2026-11-03T11:59:00+01:00
        """

    static func run(_ arguments: CommandArguments) async throws {
        try arguments.allow(options: ["to", "key", "until"], positional: 1)
        guard let path = arguments.positional.first else { throw CommandFailure.usage("Il faut le dossier de la sauvegarde.") }
        let target = try arguments.required("to")
        let key = try BackupKeyFile(arguments).key(besides: nil)
        let report: BackupRestoration.Report
        do {
            report = try BackupRestoration.restore(path, to: target, key: key, until: limit(arguments))
        } catch let failure as BackupFailure {
            throw CommandFailure(message: "\(failure)")
        }
        let altered = say(report, target)
        if altered > 0 { throw CommandFailure(message: "le journal de \(altered) portail(s) ne correspond pas à ce qui avait été sauvegardé.") }
    }

    /// What was restored; how many journals are not what they were.
    private static func say(_ report: BackupRestoration.Report, _ target: String) -> Int {
        Terminal.print("\(report.backup.path) restaurée dans \(target), jusqu'au \(report.upTo.rfc3339)\u{A0}: \(report.files) fichiers.")
        for (slug, journal) in report.portals {
            let state = journal.faults.isEmpty ? "intact" : "ALTÉRÉ"
            Terminal.print("  \(slug)\u{A0}: base intacte, journal \(state) (\(journal.lines) lignes)")
            for fault in journal.faults { Terminal.print("    \(fault.sentence)") }
        }
        for warning in report.warnings { Terminal.complain("Attention\u{A0}: \(warning)") }
        return report.portals.count { !$0.journal.faults.isEmpty }
    }

    private static func limit(_ arguments: CommandArguments) throws -> Instant? {
        guard let text = arguments["until"] else { return nil }
        guard let instant = Instant(rfc3339: text) else {
            throw CommandFailure.usage("L'option --until attend un instant comme 2026-11-03T11:59:00+01:00, pas « \(text) ».")
        }
        return instant
    }
}
