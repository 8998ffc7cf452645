import PortalCore

/// Makes a whole backup of the data folder, while the server runs or not.
enum BackupCommand: PortalCommand {
    static let name = "backup"
    static let summary = "sauvegarde tous les portails, chiffrés et relus"
    static let help = """
        PortalServer backup DOSSIER [--data DONNÉES] [--key CLÉ]

        Copie les portails et les autres fichiers de DONNÉES dans un nouveau sous-dossier daté de DOSSIER, sans arrêter le serveur :
        chaque portail y est dans l'état d'un même instant. Tout est chiffré, puis relu et comparé. Une sauvegarde incomplète
        ne reçoit pas de nom. « b2sum -c CHECKSUMS » dans le sous-dossier vérifie les fichiers, même sans la clé.

          --data DONNÉES   le dossier des données (./data)
          --key CLÉ        le fichier de la clé, fait par « PortalServer key create » (sinon la variable PORTAL_BACKUP_KEY)

        Un portail qui est dans PostgreSQL se sauvegarde avec le serveur PostgreSQL : la commande le rappelle.
        Pour perdre au plus une seconde : « PortalServer serve --backup DOSSIER --backup-key CLÉ ».
        """

    static func run(_ arguments: CommandArguments) async throws {
        try arguments.allow(options: ["data", "key"], positional: 1)
        guard let place = arguments.positional.first else { throw CommandFailure.usage("Il faut le dossier des sauvegardes.") }
        let making = try BackupTarget.making(of: arguments["data"] ?? "./data", into: place, keyFile: BackupKeyFile(arguments))
        do {
            let report = try making.make(at: SystemClock().now)
            let portals = report.portals.isEmpty ? "aucun portail" : "portails \(report.portals.joined(separator: ", "))"
            let elsewhere = PortalDirectory(path: making.data, clock: SystemClock()).slugs().filter { !report.portals.contains($0) }
            if !elsewhere.isEmpty {
                Terminal.complain("Dans PostgreSQL, à sauvegarder avec le serveur PostgreSQL\u{A0}: \(elsewhere.joined(separator: ", ")).")
            }
            Terminal.print("\(report.backup.path)\u{A0}: \(portals)\u{A0}; \(report.files) fichiers, \(report.bytes) octets, chiffrés et relus.")
        } catch {
            throw CommandFailure(message: "la sauvegarde n'a pas été faite\u{A0}: \(error)")
        }
    }
}
