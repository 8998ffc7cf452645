import Glibc
import HTMLTemplates
import PortalCore

/// `serve`: opens every portal of the data folder and answers on a port until it is told to stop.
enum ServeCommand: PortalCommand {
    static let name = "serve"
    static let summary = "sert les portails du dossier de données"
    static let help = """
        PortalServer serve [--data DOSSIER] [--port N] [--host ADRESSE] [--public DOSSIER] [--address URL] [--now INSTANT]
                           [--backup DOSSIER --backup-key CLÉ] [--backup-days N]

        Ouvre tous les portails de DOSSIER/portals et répond aux navigateurs jusqu'à SIGTERM ou Ctrl-C.

          --data DOSSIER     les données ; ./data si rien n'est dit
          --port N           le port ; 8080 si rien n'est dit, 0 pour en choisir un libre
          --host ADRESSE     l'adresse d'écoute ; 127.0.0.1 si rien n'est dit (un proxy sert le HTTPS devant)
          --public DOSSIER   la feuille de style, les icônes, les scripts ; ./Public si rien n'est dit
          --address URL      l'adresse publique, pour les liens des courriels : https://famille.exemple.fr
          --now INSTANT      démonstration seulement : l'horloge part de là, par exemple 2026-11-03T11:59:00+01:00
          --backup DOSSIER   sauvegarde en continu, chiffrée : une copie par jour, puis chaque seconde ce qui a changé
          --backup-key CLÉ   le fichier de la clé des sauvegardes, fait par « PortalServer key create »
          --backup-days N    les sauvegardes plus vieilles sont effacées ; 30 jours si rien n'est dit

        Variables d'environnement :
        \(MailConfiguration.help)
        \(ClamdScanner.help)
        """

    static func run(_ arguments: CommandArguments) async throws {
        try arguments.allow(options: ["data", "port", "host", "public", "address", "now", "backup", "backup-key", "backup-days"])
        HeapReserve.keep()
        let folder = DemoFolder(arguments["data"] ?? "./data")
        let lock = try FolderLock(folder.path, alone: false)
        defer { withExtendedLifetime(lock) {} }
        let portals = try portals(in: folder, clock: clock(arguments["now"], folder))
        let signals = try ShutdownSignals()
        let (server, sites) = try server(portals, arguments, folder)
        let scans = try FileScanJob(sites, scanner)
        let mails = try MailDelivery(
            portals,
            MailConfiguration(data: folder.path) { getenv($0).map { String(cString: $0) } },
            publicAddress: publicAddress(arguments)
        )
        do {
            try server.start()
        } catch {
            throw CommandFailure(message: "le port ne peut pas être ouvert : \(error).")
        }
        let backup = try backup(arguments, portals, folder.path)
        let rounds = PortalRound.all.map { round in Task { await round.run(over: sites) } }
        let jobs = rounds + [Task { await mails.run() }, Task { await scans.run() }]
        Terminal.print("Le portail répond sur http://\(arguments["host"] ?? "localhost"):\(server.boundPort ?? 0)/")
        try await signals.wait()
        Terminal.print("Arrêt demandé : les demandes en cours se terminent.")
        await server.stop()
        for job in jobs { job.cancel() }
        for job in jobs { await job.value }
        for portal in portals { portal.database.close() }
        backup?.stop()
        if Breakdown.hasHappened {
            throw CommandFailure(message: "arrêté parce qu'une base de données ne peut plus être écrite.", status: Breakdown.status)
        }
    }

    /// Starts the backups when the operator wants some.
    private static func backup(_ arguments: CommandArguments, _ portals: [Portal], _ data: String) throws -> BackupFollower? {
        let days = try arguments.number("backup-days", default: 30, in: 1...3650)
        guard let place = arguments["backup"] else { return nil }
        let making = try BackupTarget.making(of: data, into: place, keyFile: BackupKeyFile(arguments, option: "backup-key"))
        let follower = BackupFollower(making, portals: portals, clock: SystemClock(), daysKept: days) { Terminal.complain($0) }
        do {
            try follower.start()
        } catch {
            throw CommandFailure(message: "le système ne donne pas de fil d'exécution pour les sauvegardes (erreur \(error.code)).")
        }
        return follower
    }

    private static func portals(in folder: DemoFolder, clock: any PortalClock) throws -> [Portal] {
        let directory = PortalDirectory(path: folder.path, clock: clock, onBroken: Breakdown.happen)
        let remake = "PortalServer demo --data \(folder.path)"
        var portals: [Portal] = []
        for slug in directory.slugs() {
            do {
                if let portal = try directory.portal(slug) { portals.append(portal) }
            } catch {
                let way = folder.isDemo ? " Si cette démonstration est ancienne, refaites-la : « \(remake) »." : ""
                throw CommandFailure(message: "la base de \(slug) dans \(folder.path) ne s'ouvre pas : \(error.sentence).\(way)")
            }
        }
        guard !portals.isEmpty else {
            throw CommandFailure(message: "aucun portail dans \(folder.path). Créez la démonstration avec « \(remake) ».")
        }
        return portals
    }

    /// The machine's clock, or the demo's own.
    private static func clock(_ start: String?, _ folder: DemoFolder) throws -> any PortalClock {
        guard let start else { return SystemClock() }
        guard let instant = Instant(rfc3339: start) else {
            throw CommandFailure.usage("L'option --now attend un instant comme 2026-11-03T11:59:00+01:00, pas « \(start) ».")
        }
        guard folder.isDemo else {
            throw CommandFailure(message: "l'option --now est réservée aux démonstrations, et \(folder.path) n'en est pas une.")
        }
        return SystemClock(startingAt: instant)
    }

    /// The antivirus that the operator has set.
    private static var scanner: ClamdScanner? {
        getenv("PORTAL_CLAMD_SOCKET").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : ClamdScanner(path: $0) }
    }

    private static func server(_ portals: [Portal], _ arguments: CommandArguments, _ folder: DemoFolder) throws -> (HTTPServer, [PortalSite]) {
        var configuration = HTTPServer.Configuration()
        configuration.host = arguments["host"] ?? "127.0.0.1"
        configuration.port = try port(arguments)
        configuration.accessLog = try AccessLog()
        let files = try files(arguments["public"] ?? "Public")
        configuration.answersAtOnce = { files.response(to: $0)?.withSecurityHeaders() }
        let passwords = try PasswordHasher()
        let address = try publicAddress(arguments)
        let assets = AssetAddresses(files.fingerprintedPath)
        let hasAntivirus = scanner != nil
        let isDemo = folder.isDemo
        let outside = try OutsideConnection.all(in: folder.path, portals)
        let sites = portals.map { portal in
            PortalSite(
                portal,
                passwords: passwords,
                publicAddress: address,
                isDemo: isDemo,
                assets: assets,
                hasAntivirus: hasAntivirus,
                outside: outside[portal.slug]
            )
        }
        let site = Site(sites, isDemo: isDemo, assets: assets)
        return (HTTPServer(configuration) { await site.respond(to: $0) }, sites)
    }

    private static func port(_ arguments: CommandArguments) throws -> Int { try arguments.number("port", default: 8080, in: 0...65_535) }

    /// Where the site is reached from outside, for the links in mails.
    private static func publicAddress(_ arguments: CommandArguments) throws -> String {
        try arguments["address"] ?? "http://localhost:\(port(arguments))"
    }

    private static func files(_ directory: String) throws -> StaticFiles {
        do {
            return try StaticFiles(directory: directory)
        } catch {
            throw CommandFailure(message: "le dossier \(directory) ne peut pas être lu : \(error). Voir --public.")
        }
    }
}
