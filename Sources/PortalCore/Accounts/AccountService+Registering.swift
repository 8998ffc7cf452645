extension AccountService {
    /// An account that was just created, and the session that is already open for it.
    package struct Registered: Hashable, Sendable {
        package let account: Identifier<Account>
        package let session: SessionToken
    }

    /// Creates an account with a clé enfance, attaches it to the household that the key opens, puts the welcome mail in the outbox and opens a session:
    /// everything in one transaction, or nothing.
    ///
    /// - Parameters:
    ///   - remoteAddress: where the browser is, for the delays after wrong keys.
    ///   - browser: nil for one that keeps no cookies.
    ///   - arrival: whose identity FranceConnect has proven, attached to the account.
    ///   - confirmationLink: the absolute address of the page that confirms the e-mail address with a token.
    /// - Throws: `FieldErrors` with a sentence for each wrong field; `SignInRefusal.tooManyAttempts`; `PasswordHasherFailure` when too many wait.
    package func register(
        _ form: Registration,
        from remoteAddress: String,
        on browser: VisitingBrowser? = nil,
        attaching arrival: IdentityArrival? = nil,
        confirmationLink: @Sendable (String) -> String
    ) async throws -> Registered {
        let checked = try form.checked()
        let now = portal.clock.now
        let attempt = [AttemptThrottle.Attempt(key: RemoteAddress(remoteAddress).subscriber, limit: .activationKeys)]
        if let wait = try await keyThrottle.begin(attempt, at: now) { throw SignInRefusal.tooManyAttempts(waitSeconds: wait) }
        let settings = try await settingsForHolder(of: checked, attempt, at: now)

        let passwordHash = try await passwords.hash(checked.password)
        let session = SessionToken(from: random)
        let confirmation = EmailConfirmation(from: random, at: now)
        let mail = Mail.activation(
            to: checked.email,
            salutation: "\(checked.person.title.french) \(checked.person.lastName)",
            login: checked.login,
            link: confirmationLink(confirmation.token.text),
            expiry: confirmation.expiry,
            from: settings
        )
        let account = try await writingOnce(checked, at: now) { [vault = portal.vault] transaction in
            let account = try RegistrationDesk(transaction: transaction, now: now).open(checked, passwordHash: passwordHash)
            try EmailConfirmationStore(transaction).insert(confirmation, for: account)
            try OutboxStore(transaction).enqueue(mail, to: account, at: now)
            try AccountService.open(session, for: account, on: browser, in: transaction, at: now)
            try arrival?.attach(to: account, session: session, in: transaction, vault, at: now)
            return account
        }
        return Registered(account: account, session: session)
    }

    /// Refuses the form, or reads the town's settings. Only a wrong key goes on counting as an attempt.
    private func settingsForHolder(of form: Registration.Checked, _ attempt: [AttemptThrottle.Attempt], at now: Instant) async throws
        -> PortalSettings
    {
        let settings: PortalSettings?
        do {
            settings = try portal.database.read { transaction in
                _ = try RegistrationDesk(transaction: transaction, now: now).admit(form)
                return try PortalCatalogueStore(transaction).load()?.settings
            }
        } catch let errors as FieldErrors where errors[Registration.Field.key] == nil {
            try await keyThrottle.succeed(shared: attempt)
            throw errors
        }
        try await keyThrottle.succeed(shared: attempt)
        guard let settings else { throw DatabaseError.other("no definition was imported into this portal") }
        return settings
    }

    /// Writes, and when another registration took the login or the adult at the same moment says so as it would have before.
    private func writingOnce<Result: Sendable>(
        _ form: Registration.Checked,
        at now: Instant,
        _ body: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        do {
            return try await portal.database.write(body)
        } catch DatabaseError.unique(let constraint) {
            _ = try portal.database.read { try RegistrationDesk(transaction: $0, now: now).admit(form) }
            throw DatabaseError.unique(constraint)
        }
    }
}
