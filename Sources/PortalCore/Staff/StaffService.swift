/// How staff members come in.
package struct StaffService: Sendable {
    private let portal: Portal
    private let gate: SignInGate
    private let random: any RandomSource
    private let secondFactor: SecondFactorGate

    package init(_ portal: Portal, passwords: PasswordHasher, random: any RandomSource = SystemRandom()) {
        self.portal = portal
        gate = SignInGate(portal, passwords, area: "agents")
        self.random = random
        secondFactor = SecondFactorGate(portal, random: random)
    }

    /// Opens a session.
    ///
    /// - Parameter remoteAddress: where the browser is, for the delays after wrong passwords.
    /// - Throws: `SignInRefusal`; `HalfSignIn` when a code is still to come; `PasswordHasherFailure` when too many wait.
    package func signIn(login typed: String, password: String, from remoteAddress: String) async throws -> SessionToken {
        let now = portal.clock.now
        let login = Login(typed)
        let known = try portal.database.read { transaction in try login.flatMap { try StaffStore(transaction).credentials(login: $0) } }
        let newHash = try await gate.check(password, of: typed, against: known?.passwordHash, from: remoteAddress, at: now)
        guard let member = known?.member else { throw SignInRefusal.wrongCredentials }
        try await secondFactor.pass(.staff(member))
        let token = SessionToken(from: random)
        try await portal.database.write { transaction in
            if let newHash { try StaffStore(transaction).updatePasswordHash(of: member, to: newHash) }
            try Self.open(token, for: member, in: transaction, at: now)
        }
        return token
    }

    /// Opens a session for somebody who has given the password, with the code of the authenticator app or a recovery code.
    ///
    /// - Parameter step: the token of the `HalfSignIn`.
    /// - Throws: `SignInRefusal`.
    package func signIn(step: String, code: String) async throws -> SessionToken {
        let owner = try secondFactor.owner(token: step)
        guard case .staff(let member) = owner else { throw SignInRefusal.stepEnded }
        let token = SessionToken(from: random)
        try await secondFactor.open(owner, code: code) { try Self.open(token, for: member, in: $0, detail: "avec un code", at: $1) }
        return token
    }

    private static func open(
        _ token: SessionToken,
        for member: Identifier<StaffMember>,
        in transaction: any Transaction,
        detail: String = "",
        at now: Instant
    ) throws {
        let store = StaffStore(transaction)
        guard try store.isActive(member) else { throw SignInRefusal.wrongCredentials }
        try store.recordLogin(of: member, at: now)
        let sessions = WebSessionStore(transaction)
        try sessions.deleteEnded(at: now)
        try sessions.insert(token, for: member, at: now)
        try AuditLog.record(in: transaction, by: .staff(member), .staffSignedIn, on: member, detail: detail, at: now)
    }
}
