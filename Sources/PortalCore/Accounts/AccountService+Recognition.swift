extension AccountService {
    /// Creates the account of somebody whom the town does not know, with the request to be recognised, and opens a session.
    ///
    /// - Parameter arrival: whose identity FranceConnect has proven, attached to the account.
    /// - Throws: `FieldErrors`; `SignInRefusal.tooManyAttempts` after a few accounts from one address; `PasswordHasherFailure`.
    package func registerNewcomer(
        _ form: NewcomerRegistration,
        from remoteAddress: String,
        on browser: VisitingBrowser? = nil,
        attaching arrival: IdentityArrival? = nil,
        confirmationLink: @escaping @Sendable (String) -> String
    ) async throws -> Registered {
        let now = portal.clock.now
        let checked = try form.checked(today: ParisTime.date(now))
        let attempt = AttemptThrottle.Attempt(key: "nouveau \(RemoteAddress(remoteAddress).subscriber)", limit: .newcomers)
        if let wait = try await resetThrottle.begin([attempt], at: now) { throw SignInRefusal.tooManyAttempts(waitSeconds: wait) }
        let hash = try await passwords.hash(form.password)
        let session = SessionToken(from: random)
        let confirmation = EmailConfirmation(from: random, at: now)
        let account = try await portal.database.write { [random, vault = portal.vault] transaction in
            guard let settings = try PortalCatalogueStore(transaction).load()?.settings else {
                throw DatabaseError.other("no definition was imported into this portal")
            }
            let login = try newLogin(for: checked.person, AccountStore(transaction), random)
            let adult = try HouseholdStore(transaction).insertAdult(checked.person)
            let account = try AccountStore(transaction).insert(login: login, passwordHash: hash, adult: adult, at: now)
            try EmailConfirmationStore(transaction).insert(confirmation, for: account)
            let mail = Mail.activation(
                to: checked.email,
                salutation: "\(checked.person.title.french) \(checked.person.lastName)",
                login: login,
                link: confirmationLink(confirmation.token.text),
                expiry: confirmation.expiry,
                from: settings
            )
            try OutboxStore(transaction).enqueue(mail, to: account, at: now)
            try AuditLog.record(in: transaction, by: .account(account), .accountCreated, on: account, detail: "sans clé enfance", at: now)
            try note(checked.family, of: account, in: transaction, at: now)
            try AccountService.open(session, for: account, on: browser, in: transaction, at: now)
            try arrival?.attach(to: account, session: session, in: transaction, vault, at: now)
            return account
        }
        return Registered(account: account, session: session)
    }

    /// The latest request of an account to be recognised; nil when it never asked.
    package func recognition(of account: Identifier<Account>) throws -> RecognitionRequest? {
        try portal.database.read { try RecognitionStore($0).latest(of: account) }
    }

    /// Asks again after a refusal. Nothing happens while a request waits or once the account has a household.
    ///
    /// - Throws: `FieldErrors` about `RecognitionForm.Field`.
    package func askForRecognition(of account: Identifier<Account>, _ form: RecognitionForm) async throws {
        let now = portal.clock.now
        var errors = FieldErrors()
        guard let checked = form.checked(&errors, today: ParisTime.date(now)) else { throw errors }
        try await portal.database.write { transaction in
            if case .waiting = try RecognitionStore(transaction).latest(of: account)?.state { return }
            guard try HouseholdAccess(account: account, in: transaction) == nil else { return }
            try note(checked, of: account, in: transaction, at: now)
        }
    }

    private func note(_ form: RecognitionForm.Checked, of account: Identifier<Account>, in transaction: any Transaction, at now: Instant) throws {
        let request = try RecognitionStore(transaction).insert(form, by: account, at: now)
        try AuditLog.record(in: transaction, by: .account(account), .recognitionAsked, on: request, at: now)
    }

    /// The name and four drawn digits, whether or not somebody has the name already: trying names teaches nothing.
    private func newLogin(for person: AdultDetails, _ accounts: AccountStore, _ random: any RandomSource) throws -> Login {
        for _ in 0..<50 {
            let number = random.bytes(2).reduce(0) { $0 << 8 | Int($1) } % 9000 + 1000
            let login = Login(firstName: person.firstName, lastName: person.lastName, suffix: ".\(number)") ?? Login("parent.\(number)")
            if let login, try !accounts.isTaken(login) { return login }
        }
        throw DatabaseError.other("no free login")
    }
}
