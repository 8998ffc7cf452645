/// What the portal keeps about an account itself, as tables.
struct OwnDataStore {
    private let transaction: any Transaction
    private let account: Identifier<Account>

    init(_ transaction: any Transaction, account: Identifier<Account>) {
        self.transaction = transaction
        self.account = account
    }

    func account(_ adult: Adult, at now: Instant) throws -> DataSection {
        let known = try AccountStore(transaction).account(account)
        let facts: [(String, String)] = [
            ("Civilité", adult.title.french), ("Prénom", adult.firstName), ("Nom", adult.lastName), ("Adresse", adult.address.line),
            ("Téléphone", adult.phone?.french ?? ""), ("Adresse e-mail", adult.email?.text ?? ""), ("Identifiant", known?.login ?? ""),
            ("Compte créé le", known?.createdAt.french ?? ""), ("Adresse e-mail confirmée le", known?.emailConfirmedAt?.french ?? ""),
            ("Dernière connexion", known?.lastLoginAt?.french ?? ""),
        ]
        return DataSection("compte", "Mon compte", columns: ["donnée", "valeur"], rows: facts.map { [$0.0, $0.1] })
    }

    func sessions(at now: Instant) throws -> DataSection {
        let sessions = try WebSessionStore(transaction).sessions(of: account, seenFrom: SessionToken(cookie: ""), at: now)
        let rows = sessions.map { [$0.device, $0.openedAt.french, $0.usedAt.french] }
        return DataSection("appareils", "Appareils connectés", columns: ["appareil", "connecté le", "vu le"], rows: rows)
    }

    /// What FranceConnect has said of the account's owner, once it is attached.
    func identity(_ vault: Vault) throws -> DataSection {
        let linked = try LinkedIdentityStore(transaction, vault).identity(of: account)
        let facts: [(String, String)] =
            linked.map { linked in
                let identity = linked.identity
                return [
                    ("Prénoms", identity.firstNames), ("Nom de naissance", identity.birthName), ("Nom d'usage", identity.usedName ?? ""),
                    ("Date de naissance", identity.birthDate), ("Sexe", identity.title?.french ?? ""), ("Commune de naissance", identity.birthPlace),
                    ("Pays de naissance", identity.birthCountry), ("Adresse e-mail", identity.email?.text ?? ""),
                    ("Associée le", linked.attachedAt.french), ("Dernière entrée", linked.lastUsedAt?.french ?? ""),
                ]
            } ?? []
        return DataSection("franceconnect", "FranceConnect", columns: ["donnée", "valeur"], rows: facts.map { [$0.0, $0.1] })
    }

    func messages() throws -> DataSection {
        let mails = try OutboxStore(transaction).messages(to: account, limit: 1000)
        let rows = mails.map { [$0.createdAt.french, $0.mail.recipient.text, $0.mail.subject, $0.mail.body] }
        return DataSection("messages", "Messages reçus", columns: ["date", "adresse", "objet", "texte"], rows: rows)
    }

    /// What was asked of the town about the account itself: to be recognised, to be forgotten; and the addresses that calendars read.
    func petitions() throws -> DataSection {
        let recognitions = try transaction.query(
            "SELECT created_at, message FROM recognition_requests WHERE account_id = $1 ORDER BY id",
            account
        ) { ["rattachement demandé", try ($0[0] as Instant).french, try $0[1] as String, ""] }
        let children = try transaction.query(
            """
            SELECT r.created_at, c.first_name, c.last_name, c.birth_day FROM recognition_requests r
                JOIN recognition_children c ON c.request_id = r.id WHERE r.account_id = $1 ORDER BY r.id, c.position
            """,
            account
        ) { row in
            let (first, last): (String, String) = (try row[1], try row[2])
            return ["enfant déclaré", try (row[0] as Instant).french, "\(first) \(last)", try (row[3] as CivilDate).frenchNumeric]
        }
        let erasures = try transaction.query(
            "SELECT created_at, message, answer FROM erasure_requests WHERE account_id = $1 ORDER BY id",
            account
        ) { ["effacement demandé", try ($0[0] as Instant).french, try $0[1] as String, try $0[2] as String] }
        let wishes = try transaction.query(
            "SELECT asked_at, message, state FROM custody_wishes WHERE asked_by = $1 ORDER BY id",
            account
        ) { ["échange de garde demandé", try ($0[0] as Instant).french, try $0[1] as String, try $0[2] as String] }
        let feeds = try transaction.query(
            "SELECT created_at, initials FROM calendar_feeds WHERE account_id = $1 ORDER BY id",
            account
        ) { ["lien d'agenda créé", try ($0[0] as Instant).french, try $0[1] != 0 ? "avec initiales" : "avec prénoms", ""] }
        return DataSection(
            "demarches",
            "Mes démarches",
            columns: ["démarche", "date", "ce que vous avez écrit", "suite"],
            rows: recognitions + children + erasures + wishes + feeds
        )
    }

    /// What the journal has noted of this account's acts.
    func acts() throws -> DataSection {
        let filter = AuditFilter(who: .one(.account(account)))
        let lines = try AuditSearchStore(transaction).lines(filter, after: nil, limit: 2000)
        let rows = lines.map { [$0.entry.at.french, $0.entry.act.french, $0.entry.detail] }
        return DataSection("journal", "Journal de mes actes", columns: ["date", "acte", "détail"], rows: rows)
    }
}
