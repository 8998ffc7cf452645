/// Checks passwords without telling who exists, and slows those who guess.
struct SignInGate: Sendable {
    private let passwords: PasswordHasher
    private let throttle: AttemptThrottle

    /// - Parameter area: whose logins are checked; those of families and of staff are counted apart.
    init(_ portal: Portal, _ passwords: PasswordHasher, area: String) {
        self.passwords = passwords
        throttle = AttemptThrottle(portal, area: area)
    }

    /// Passes when the password is the one of the hash.
    ///
    /// - Parameters:
    ///   - login: what was typed; unknown and impossible logins are slowed like the others.
    ///   - hash: what is stored for that login; nil when there is no such login, which takes the same time.
    /// - Returns: the hash to store instead, when the old one no longer costs what it should.
    /// - Throws: `SignInRefusal`; `PasswordHasherFailure` when too many wait.
    func check(_ password: String, of login: String, against hash: String?, from address: String, at now: Instant) async throws -> String? {
        let attempts = Attempts(login: login, address: RemoteAddress(address))
        if let wait = try await throttle.begin(attempts.all, at: now) { throw SignInRefusal.tooManyAttempts(waitSeconds: wait) }
        guard try await passwords.verify(password, against: hash), let hash else { throw SignInRefusal.wrongCredentials }
        try await throttle.succeed(own: attempts.ofLogin, shared: [attempts.ofAddress])
        return passwords.needsRehash(hash) ? try await passwords.hash(password) : nil
    }

    /// What one attempt counts against.
    private struct Attempts {
        let ofLogin: [AttemptThrottle.Attempt]
        let ofAddress: AttemptThrottle.Attempt

        var all: [AttemptThrottle.Attempt] { ofLogin + [ofAddress] }

        init(login: String, address: RemoteAddress) {
            // The start of what was typed is enough.
            let login = String(login.lowercased().prefix(64))
            ofLogin = [
                .init(key: "\(address.subscriber) \(login)", limit: .loginFromAddress),
                .init(key: "identifiant \(login)", limit: .login),
            ]
            ofAddress = .init(key: "adresse \(address.subscriber)", limit: .address)
        }
    }
}
