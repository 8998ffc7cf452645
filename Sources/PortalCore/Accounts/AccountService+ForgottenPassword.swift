extension AccountService {
    /// Sends links that choose a new password to whoever has this login or e-mail address.
    ///
    /// Nothing tells whether there is such a person: the answer is the same, and so is the work that takes the time, one durable write.
    /// - Parameters:
    ///   - typed: a login or an e-mail address.
    ///   - remoteAddress: where the browser is, for the delays.
    ///   - link: the absolute address of the page that chooses a password with a token.
    /// - Throws: `SignInRefusal.tooManyAttempts`.
    package func sendPasswordReset(to typed: String, from remoteAddress: String, link: @escaping @Sendable (String) -> String) async throws {
        let now = portal.clock.now
        let attempt = AttemptThrottle.Attempt(key: RemoteAddress(remoteAddress).subscriber, limit: .passwordResets)
        if let wait = try await resetThrottle.begin([attempt], at: now) { throw SignInRefusal.tooManyAttempts(waitSeconds: wait) }
        try await portal.database.write { [random] transaction in
            let resets = PasswordResetStore(transaction)
            try resets.deleteEnded(before: now.adding(hours: -24))
            let owners = try AccountOwnerStore(transaction).owners(of: SignInName(typed))
            let sent = try owners.count { try sendPasswordReset(to: $0, in: transaction, at: now, link: link) }
            if sent == 0 { try resets.insert(PasswordReset(from: random, at: now), for: nil) }
        }
    }

    /// Whether a link still works.
    ///
    /// - Parameter token: the end of the link.
    package func passwordReset(token: String) throws -> PasswordResetState {
        try portal.database.read { try state(of: PasswordResetStore($0).find(token: token)) }
    }

    /// Chooses a new password with a link: every link and every session of the account ends, and a mail says so.
    ///
    /// Who follows the link reads the mails of the account's address: it is confirmed with it.
    /// - Returns: the state of the link when it does not work; then nothing was written.
    /// - Throws: `FieldErrors` about `NewPasswordField`; `PasswordHasherFailure` when too many wait.
    package func resetPassword(token: String, to password: String) async throws -> PasswordResetState? {
        guard case .usable(let login) = try passwordReset(token: token) else { return try passwordReset(token: token) }
        if let refusal = PasswordRule.refusal(of: password, login: Login(login)) { throw FieldErrors(NewPasswordField.new, refusal) }
        let hash = try await passwords.hash(password)
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            let found = try PasswordResetStore(transaction).find(token: token)
            let state = state(of: found)
            guard let found, case .usable = state else { return state }
            try AccountStore(transaction).confirmEmail(of: found.account, at: now)
            try setPassword(of: found.account, to: hash, keeping: nil, in: transaction, at: now)
            try AuditLog.record(in: transaction, by: .account(found.account), .passwordReset, on: found.account, at: now)
            return nil
        }
    }

    /// Whether a mail was written.
    private func sendPasswordReset(
        to owner: AccountOwner,
        in transaction: any Transaction,
        at now: Instant,
        link: (String) -> String
    ) throws -> Bool {
        let resets = PasswordResetStore(transaction)
        guard let email = owner.email, let settings = try PortalCatalogueStore(transaction).load()?.settings,
            try resets.count(of: owner.account, at: now) < PasswordReset.most
        else { return false }
        let reset = PasswordReset(from: random, at: now)
        try resets.insert(reset, for: owner.account)
        let mail = Mail.passwordReset(
            to: email,
            salutation: owner.salutation,
            login: owner.login,
            link: link(reset.token.text),
            expiry: reset.expiry,
            from: settings
        )
        try OutboxStore(transaction).enqueue(mail, to: owner.account, at: now)
        try AuditLog.record(in: transaction, by: .account(owner.account), .passwordResetAsked, on: owner.account, at: now)
        return true
    }

    private func state(of found: (account: Identifier<Account>, login: String, expiry: Instant)?) -> PasswordResetState {
        guard let found else { return .unknown }
        return found.expiry > portal.clock.now ? .usable(login: found.login) : .expired(found.expiry)
    }
}
