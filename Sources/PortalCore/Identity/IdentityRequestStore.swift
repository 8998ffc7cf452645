/// Reads and writes journeys to the identity provider, and who came back from them.
struct IdentityRequestStore {
    private let transaction: any Transaction
    private let vault: Vault

    init(_ transaction: any Transaction, _ vault: Vault) {
        self.transaction = transaction
        self.vault = vault
    }

    /// Those that have ended long ago are forgotten.
    func insert(_ request: IdentityRequest, at now: Instant) throws {
        try transaction.execute("DELETE FROM identity_requests WHERE expires_at <= $1", now.adding(seconds: -86_400))
        let state = SecretDigest(of: request.secrets.state)
        try transaction.execute(
            """
            INSERT INTO identity_requests (state_hash, browser_hash, secrets, account_id, next_page, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
            """,
            state,
            request.browser,
            vault.seal(Array(request.secrets.sealedText.utf8), in: "identification \(state.text)"),
            request.account,
            request.next,
            request.expiry
        )
    }

    func request(state: String) throws -> IdentityRequest? {
        let digest = SecretDigest(of: state)
        return try transaction.first(
            "SELECT browser_hash, secrets, account_id, next_page, expires_at, used_at FROM identity_requests WHERE state_hash = $1",
            digest
        ) { row in
            let text = String(decoding: try vault.open(row[1], in: "identification \(digest.text)"), as: UTF8.self)
            guard let secrets = IdentityRequest.Secrets(state: state, sealedText: text) else { throw VaultFailure(context: "identification") }
            return try IdentityRequest(secrets: secrets, browser: row[0], account: row[2], next: row[3], expiry: row[4], usedAt: row[5])
        }
    }

    /// Uses a journey up; false when somebody was faster.
    func use(_ state: String, at now: Instant) throws -> Bool {
        try transaction.execute(
            "UPDATE identity_requests SET used_at = $2 WHERE state_hash = $1 AND used_at IS NULL",
            SecretDigest(of: state),
            now
        ) == 1
    }

    /// Keeps who came back, in place of whom the browser brought before.
    func put(_ arrival: IdentityArrival, at now: Instant) throws {
        try transaction.execute("DELETE FROM identity_arrivals WHERE browser_hash = $1 OR expires_at <= $2", arrival.browser, now)
        let sealed = vault.seal(Array("\(arrival.token)\n\(arrival.identity.sealedText)".utf8), in: "arrivée \(arrival.browser.text)")
        try transaction.execute(
            "INSERT INTO identity_arrivals (browser_hash, subject_hash, sealed, account_id, expires_at) VALUES ($1, $2, $3, $4, $5)",
            arrival.browser,
            arrival.subject,
            sealed,
            arrival.account,
            arrival.expiry
        )
    }

    func arrival(in browser: SecretDigest, at now: Instant) throws -> IdentityArrival? {
        try transaction.first(
            "SELECT subject_hash, sealed, account_id, expires_at FROM identity_arrivals WHERE browser_hash = $1 AND expires_at > $2",
            browser,
            now
        ) { row in
            let text = String(decoding: try vault.open(row[1], in: "arrivée \(browser.text)"), as: UTF8.self)
            let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let identity = VerifiedIdentity(sealedText: parts[1]) else { throw VaultFailure(context: "arrivée") }
            return try IdentityArrival(identity: identity, subject: row[0], token: parts[0], account: row[2], browser: browser, expiry: row[3])
        }
    }

    func deleteArrival(in browser: SecretDigest) throws {
        try transaction.execute("DELETE FROM identity_arrivals WHERE browser_hash = $1", browser)
    }

    /// Forgets what an account that is closed had begun.
    func deleteAll(of account: Identifier<Account>) throws {
        try transaction.execute("DELETE FROM identity_requests WHERE account_id = $1", account)
        try transaction.execute("DELETE FROM identity_arrivals WHERE account_id = $1", account)
    }
}
