/// How adults come in: creating an account with a clé enfance, signing in, confirming the e-mail address.
package struct AccountService: Sendable {
    let portal: Portal
    let passwords: PasswordHasher
    let random: any RandomSource
    /// Slows those who guess keys.
    let keyThrottle: AttemptThrottle
    /// Slows those who ask for links again and again.
    let resetThrottle: AttemptThrottle
    let gate: SignInGate
    let secondFactor: SecondFactorGate

    package init(_ portal: Portal, passwords: PasswordHasher, random: any RandomSource = SystemRandom()) {
        self.portal = portal
        self.passwords = passwords
        self.random = random
        keyThrottle = AttemptThrottle(portal, area: "clés")
        resetThrottle = AttemptThrottle(portal, area: "liens")
        gate = SignInGate(portal, passwords, area: "familles")
        secondFactor = SecondFactorGate(portal, random: random)
    }

    /// Opens a session.
    ///
    /// - Parameters:
    ///   - typed: the login, or the e-mail address where it is confirmed and nobody else's.
    ///   - remoteAddress: where the browser is, for the delays after wrong passwords.
    ///   - browser: nil for one that keeps no cookies.
    /// - Throws: `SignInRefusal`; `HalfSignIn` when a code is still to come; `PasswordHasherFailure` when too many wait.
    package func signIn(login typed: String, password: String, from remoteAddress: String, on browser: VisitingBrowser? = nil) async throws
        -> SessionToken
    {
        let now = portal.clock.now
        let known = try portal.database.read { try AccountStore($0).credentials(of: SignInName(typed)) }
        let newHash = try await gate.check(password, of: typed, against: known?.passwordHash, from: remoteAddress, at: now)
        guard let account = known?.account else { throw SignInRefusal.wrongCredentials }
        if let until = try portal.database.read({ try AccountStore($0).firstPasswordUntil(of: account) }), until <= now {
            throw SignInRefusal.firstPasswordExpired(until)
        }
        try await secondFactor.pass(.account(account))
        let token = SessionToken(from: random)
        try await portal.database.write { transaction in
            if let newHash { try AccountStore(transaction).updatePasswordHash(of: account, to: newHash) }
            try AccountService.open(token, for: account, on: browser, in: transaction, at: now)
            try AuditLog.record(in: transaction, by: .account(account), .signedIn, on: account, at: now)
        }
        return token
    }

    /// Opens a session for somebody who has given the password, with the code of the authenticator app or a recovery code.
    ///
    /// - Parameter step: the token of the `HalfSignIn`.
    /// - Throws: `SignInRefusal`.
    package func signIn(step: String, code: String, on browser: VisitingBrowser? = nil) async throws -> SessionToken {
        let owner = try secondFactor.owner(token: step)
        guard case .account(let account) = owner else { throw SignInRefusal.stepEnded }
        let token = SessionToken(from: random)
        let identityToken = try secondFactor.identityToken(token: step)
        try await secondFactor.open(owner, code: code) { [vault = portal.vault] transaction, now in
            try AccountService.open(token, for: account, on: browser, in: transaction, at: now)
            if let identityToken { try LinkedIdentityStore(transaction, vault).keep(identityToken, for: token) }
            let detail = identityToken == nil ? "avec un code" : "par FranceConnect, avec un code"
            try AuditLog.record(in: transaction, by: .account(account), .signedIn, on: account, detail: detail, at: now)
        }
        return token
    }

    /// The account with this number.
    package func account(_ id: Identifier<Account>) throws -> Account? {
        try portal.database.read { try AccountStore($0).account(id) }
    }

    /// The accounts of a household's adults, for the staff.
    package func accounts(in household: Identifier<Household>) throws -> [Account] {
        try portal.database.read { try AccountStore($0).accounts(in: household) }
    }
}
