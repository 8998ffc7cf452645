import PortalCore

/// Creates the example portals, filled with invented families around today's date.
enum DemoCommand: PortalCommand {
    static let name = "demo"
    static let summary = "crée les portails de démonstration, avec des familles inventées"
    static let help = """
        PortalServer demo [--data DOSSIER] [--households N] [--seed S] [--definitions DOSSIER] [--now INSTANT]

        Importe les définitions de portails, invente des familles, leurs comptes, leurs inscriptions et leurs réservations autour
        d'aujourd'hui, et écrit DOSSIER/demo-accounts.json : identifiants, mots de passe et clés enfance non utilisées.

          --data DOSSIER         le dossier des données (data) ; une démonstration y est remplacée, autre chose jamais
          --households N         le nombre de foyers de chaque portail, de 12 à 100000 (par défaut, ce qui convient à la commune) ;
                                 au-delà, les capacités des activités grandissent d'autant
          --seed S               le nombre dont tout découle (1) : le même donne les mêmes familles
          --definitions DOSSIER  les fichiers de définition (Portals)
          --now INSTANT          le moment présent de la démonstration, par exemple 2026-11-03T11:59:00+01:00 (l'heure de la machine)
        """

    static func run(_ arguments: CommandArguments) async throws {
        try arguments.allow(options: ["data", "households", "seed", "definitions", "now"])
        let households = try arguments["households"].map { _ in try arguments.number("households", default: 0, in: 12...100_000) }
        let seed = try arguments.number("seed", default: 1, in: 0...Int.max)
        let clock = StoppedClock(try now(arguments))
        let folder = DemoFolder(arguments["data"] ?? "data")
        let files = try DemoFolder.definitions(in: arguments["definitions"] ?? "Portals")
        // All of them are read before anything is written.
        let definitions = try files.map { try definition(file: $0, today: clock.today) }
        let lock = try FolderLock(folder.path, alone: true)
        defer { withExtendedLifetime(lock) {} }
        try folder.prepare()

        let directory = PortalDirectory(path: folder.path, clock: clock)
        let passwordHash = try await PasswordHasher().hash(Demo.password)
        var accounts: [DemoAccounts] = []
        for definition in definitions {
            let portal = try directory.create(definition.settings.slug)
            defer { portal.database.close() }
            try await PortalDefinitionService(portal).put(definition)
            let filler = DemoFiller(portal: portal, seed: UInt64(seed), households: households, passwordHash: passwordHash)
            var result = try await filler.fill()
            try await DemoMarks(portal: portal).fill()
            try await DemoRequests(portal: portal).fill()
            try await DemoAbsences(portal: portal).fill()
            try await DemoDocuments(portal: portal).fill()
            try await DemoNursery(portal: portal, seed: UInt64(seed)).fill()
            try await DemoWaitingLines(portal: portal).fill()
            result.accounts.prepared = try await DemoDesk(portal, seed: UInt64(seed)).fill()
            try await portal.database.write { try DemoStore($0).deliverMails() }
            accounts.append(result.accounts)
            Terminal.print(line(result))
        }
        try folder.write(accounts: .object([("portals", .list(accounts.map(\.json)))]))
        Terminal.print("Mot de passe de tous les comptes : \(Demo.password)\nLa liste des comptes et des clés enfance : \(folder.accountsPath)")
    }

    private static func now(_ arguments: CommandArguments) throws -> Instant {
        guard let text = arguments["now"] else { return SystemClock().now }
        guard let instant = Instant(rfc3339: text) else {
            throw CommandFailure.usage("L'option --now attend un instant comme 2026-11-03T11:59:00+01:00, pas « \(text) ».")
        }
        return instant
    }

    private static func definition(file: String, today: CivilDate) throws -> PortalDefinition {
        do {
            return try PortalDefinition(file: file, today: today)
        } catch {
            throw CommandFailure(message: "\(error)")
        }
    }

    private static func line(_ result: DemoFiller.Result) -> String {
        let accounts = result.accounts
        return """
            \(accounts.settings.shortName) (/\(accounts.settings.slug)) : \(result.households) foyers, \(result.children) enfants, \
            \(result.bookings) réservations
              parent \(accounts.firstLogin ?? "–"), agents \(accounts.staff.map(\.login.text).joined(separator: ", ")), \
            clé enfance \(accounts.firstKey ?? "–")
            """
    }
}
