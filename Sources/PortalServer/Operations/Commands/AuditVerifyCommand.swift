import PortalCore

/// Checks that nobody has changed the portals' journals.
enum AuditVerifyCommand: PortalCommand {
    static let name = "audit verify"
    static let summary = "vérifie que les journaux des actes n'ont pas été modifiés"
    static let help = """
        PortalServer audit verify [--data DOSSIER] [--backup SAUVEGARDES --key CLÉ]

        Relit le journal de chaque portail. Chaque ligne porte une empreinte qui couvre la ligne précédente : une ligne modifiée,
        supprimée ou déplacée est trouvée et nommée. Sort avec 1 si quelque chose manque ou a changé.

          --data DOSSIER         le dossier des données (./data)
          --backup SAUVEGARDES   compare aussi avec la dernière sauvegarde : une fin coupée ou un journal tout entier réécrit se voient
          --key CLÉ              le fichier de la clé des sauvegardes (sinon la variable PORTAL_BACKUP_KEY)
        """

    static func run(_ arguments: CommandArguments) async throws {
        try arguments.allow(options: ["data", "backup", "key"])
        let data = DataFolder(arguments)
        let slugs = data.directory.slugs()
        guard !slugs.isEmpty else { throw CommandFailure(message: "aucun portail dans \(data.path).") }
        let anchors = try anchors(arguments, data.path)
        var faults = 0
        for slug in slugs {
            let verification = try data.opening(slug) { directory in
                try directory.portal(slug)?.database.read { try AuditVerification(of: $0, against: anchors[slug] ?? []) }
            }
            guard let verification else { continue }
            Terminal.print(line(slug, verification))
            for fault in verification.faults { Terminal.print("  \(fault.sentence)") }
            faults += verification.faults.count
        }
        if faults > 0 { throw CommandFailure(message: "le journal a été modifié\u{A0}: \(faults) \(faults == 1 ? "anomalie" : "anomalies").") }
    }

    /// The places that the latest backup has noted.
    private static func anchors(_ arguments: CommandArguments, _ data: String) throws -> [String: [AuditAnchor]] {
        guard let place = arguments["backup"] else { return [:] }
        do {
            guard let noted = try BackupPlace(place).latestAnchors(key: BackupKeyFile(arguments).key(besides: data)) else {
                throw CommandFailure(message: "il n'y a pas de sauvegarde dans \(place).")
            }
            Terminal.print("Comparé avec la sauvegarde du \(noted.at.rfc3339).")
            return noted.anchors
        } catch let failure as BackupFailure {
            throw CommandFailure(message: "\(failure)")
        } catch let failure as FileFailure {
            throw CommandFailure(message: "\(failure)")
        }
    }

    private static func line(_ slug: String, _ verification: AuditVerification) -> String {
        let found = verification.faults.isEmpty ? "intact" : "ALTÉRÉ"
        return "\(slug)\u{A0}: \(found), \(verification.lines) \(verification.lines == 1 ? "ligne" : "lignes")"
    }
}
