/// The second step of signing in: the code, tried a few times only.
struct SecondFactorGate: Sendable {
    private let portal: Portal
    private let random: any RandomSource
    private let throttle: AttemptThrottle

    init(_ portal: Portal, random: any RandomSource) {
        self.portal = portal
        self.random = random
        throttle = AttemptThrottle(portal, area: "codes")
    }

    /// Stops a sign-in whose owner also gives a code.
    ///
    /// - Parameter identityToken: what the session will end with at the identity provider, when it began there.
    /// - Throws: `HalfSignIn`, with which the code is given.
    func pass(_ owner: FactorOwner, identityToken: String? = nil) async throws {
        guard try portal.database.read({ try SecondFactorStore($0, portal.vault).isOn(owner) }) else { return }
        let now = portal.clock.now
        let half = HalfSignIn(from: random, at: now)
        let sealed = identityToken.map { portal.vault.seal(Array($0.utf8), in: SecondFactorGate.context(half.token.text)) }
        try await portal.database.write { try HalfSignInStore($0).insert(half, for: owner, identityToken: sealed, at: now) }
        throw half
    }

    /// Who has given the password.
    ///
    /// - Throws: `SignInRefusal.stepEnded` when it was too long ago.
    func owner(token: String) throws -> FactorOwner {
        let now = portal.clock.now
        guard let owner = try portal.database.read({ try HalfSignInStore($0).owner(token: token, at: now) }) else { throw SignInRefusal.stepEnded }
        return owner
    }

    /// The identity provider's token of a sign-in that began there.
    func identityToken(token: String) throws -> String? {
        let sealed = try portal.database.read { try HalfSignInStore($0).identityToken(token: token) }
        return try sealed.map { String(decoding: try portal.vault.open($0, in: SecondFactorGate.context(token)), as: UTF8.self) }
    }

    private static func context(_ token: String) -> String { "étape \(SecretDigest(of: token).text)" }

    /// Runs what a right code opens, in the transaction that spends the code.
    ///
    /// - Throws: `SignInRefusal`.
    func open(
        _ owner: FactorOwner,
        code: String,
        _ body: @escaping @Sendable (any Transaction, Instant) throws -> Void
    ) async throws {
        try await spend(code, of: owner) { transaction, now in
            try HalfSignInStore(transaction).delete(of: owner)
            try body(transaction, now)
        }
    }

    /// Runs what needs a right code.
    ///
    /// - Throws: `SignInRefusal`.
    func spend(_ code: String, of owner: FactorOwner, _ body: @escaping @Sendable (any Transaction, Instant) throws -> Void) async throws {
        let now = portal.clock.now
        let attempt = AttemptThrottle.Attempt(key: owner.name, limit: .oneTimeCodes)
        if let wait = try await throttle.begin([attempt], at: now) { throw SignInRefusal.tooManyAttempts(waitSeconds: wait) }
        try await portal.database.write { [vault = portal.vault] transaction in
            guard try SecondFactorStore(transaction, vault).spend(code, of: owner, at: now) else { throw SignInRefusal.wrongCode }
            try body(transaction, now)
        }
        try await throttle.succeed(own: [attempt])
    }
}
