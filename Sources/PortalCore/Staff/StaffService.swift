/// How staff members come in. One per portal: it remembers wrong passwords.
package struct StaffService: Sendable {
    private let portal: Portal
    private let gate: SignInGate
    private let random: any RandomSource

    package init(_ portal: Portal, passwords: PasswordHasher, random: any RandomSource = SystemRandom()) {
        self.portal = portal
        gate = SignInGate(passwords)
        self.random = random
    }

    /// Opens a session.
    ///
    /// - Parameter remoteAddress: where the browser is, for the delays after wrong passwords.
    /// - Throws: `SignInRefusal`; `PasswordHasherFailure` when too many wait.
    package func signIn(login typed: String, password: String, from remoteAddress: String) async throws -> SessionToken {
        let now = portal.clock.now
        let login = Login(typed)
        let known = try portal.database.read { transaction in try login.flatMap { try StaffStore(transaction).credentials(login: $0) } }
        let newHash = try await gate.check(password, of: typed, against: known?.passwordHash, from: remoteAddress, at: now)
        guard let member = known?.member else { throw SignInRefusal.wrongCredentials }
        let token = SessionToken(from: random)
        try await portal.database.write { transaction in
            let store = StaffStore(transaction)
            guard try store.isActive(member) else { throw SignInRefusal.wrongCredentials }
            if let newHash { try store.updatePasswordHash(of: member, to: newHash) }
            try store.recordLogin(of: member, at: now)
            let sessions = WebSessionStore(transaction)
            try sessions.deleteEnded(at: now)
            try sessions.insert(token, for: member, at: now)
            try AuditLog.record(in: transaction, by: .staff(member), .staffSignedIn, on: member, at: now)
        }
        return token
    }
}
