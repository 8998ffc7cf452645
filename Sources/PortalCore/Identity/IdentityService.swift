/// A second way in: who somebody is, proven by FranceConnect. It opens the account to which the identity is attached, and no other: never one of
/// the same name or the same e-mail address.
///
/// One per portal whose operator has set a provider up.
package struct IdentityService: Sendable {
    let portal: Portal
    let client: ProviderClient
    let accounts: AccountService
    let random: any RandomSource
    /// Slows those who begin again and again.
    let throttle: AttemptThrottle

    package init(_ portal: Portal, _ client: ProviderClient, accounts: AccountService, random: any RandomSource = SystemRandom()) {
        self.portal = portal
        self.client = client
        self.accounts = accounts
        self.random = random
        throttle = AttemptThrottle(portal, area: "identifications")
    }

    /// Where a journey leads.
    package enum Outcome: Sendable {
        /// In, and on to the page that was asked for.
        case signedIn(SessionToken, next: String)
        /// The account also asks for a code.
        case needsCode(HalfSignIn, next: String)
        /// The identity is to be attached to the account that is signed in, once its owner says so.
        case toConfirm
        /// Nobody's here: an account is to be created or named.
        case unknown
        /// The account that is signed in has it already.
        case attached
    }

    /// Begins a journey.
    ///
    /// - Parameters:
    ///   - browser: the secret of the cookie that must come back.
    ///   - account: the one that is signed in.
    ///   - next: the page to go on to.
    ///   - returnTo: the absolute address of the page that ends the journey, as the provider knows it.
    /// - Returns: the provider's address for the browser.
    /// - Throws: `IdentityRefusal`; `SignInRefusal.tooManyAttempts`.
    package func begin(
        in browser: String,
        from remoteAddress: String,
        account: Identifier<Account>?,
        next: String,
        returnTo: String
    ) async throws -> String {
        let now = portal.clock.now
        let attempt = AttemptThrottle.Attempt(key: RemoteAddress(remoteAddress).subscriber, limit: .identityRequests)
        if let wait = try await throttle.begin([attempt], at: now) { throw SignInRefusal.tooManyAttempts(waitSeconds: wait) }
        let secrets = IdentityRequest.Secrets(from: random)
        let address = try await client.authorization(secrets, returnTo: returnTo)
        let request = IdentityRequest(
            secrets: secrets,
            browser: SecretDigest(of: browser),
            account: account,
            next: next,
            expiry: now.adding(seconds: IdentityRequest.patience),
            usedAt: nil
        )
        try await portal.database.write { [vault = portal.vault] in try IdentityRequestStore($0, vault).insert(request, at: now) }
        return address
    }

    /// Who came back in a browser and has no account yet; nil when nobody did, or too long ago.
    package func arrival(in browser: String) throws -> IdentityArrival? {
        try portal.database.read { try IdentityRequestStore($0, portal.vault).arrival(in: SecretDigest(of: browser), at: portal.clock.now) }
    }

    /// The identity that is attached to an account.
    package func identity(of account: Identifier<Account>) throws -> LinkedIdentity? {
        try portal.database.read { try LinkedIdentityStore($0, portal.vault).identity(of: account) }
    }

    /// Where the browser goes, when a session that FranceConnect opened ends, so that it ends there too; nil for other sessions.
    ///
    /// - Parameter returnTo: the absolute address to come back to, as the provider knows it.
    package func sessionEnd(of session: SessionToken, returnTo: String) async throws -> String? {
        let token = try portal.database.read { try LinkedIdentityStore($0, portal.vault).token(of: session) }
        guard let token else { return nil }
        return await client.sessionEnd(token: token, state: RandomToken(bytes: 32, from: random).text, returnTo: returnTo)
    }
}

extension AttemptLimit {
    /// Journeys to the identity provider begun from one address.
    static let identityRequests = AttemptLimit(free: 30, firstDelay: 15, longestDelay: 300)
}
