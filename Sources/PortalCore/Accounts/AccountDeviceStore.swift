/// Reads and writes the browsers that accounts know, by the digests of their cookies.
struct AccountDeviceStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Forgets every browser of an account.
    func deleteAll(of account: Identifier<Account>) throws {
        try transaction.execute("DELETE FROM account_devices WHERE account_id = $1", account)
    }

    /// Remembers that an account was opened in a browser.
    ///
    /// - Returns: whether the account knows other browsers but not this one.
    func meet(_ browser: VisitingBrowser, for account: Identifier<Account>, at now: Instant) throws -> Bool {
        try transaction.execute(
            "DELETE FROM account_devices WHERE account_id = $1 AND last_seen_at <= $2",
            account,
            now.adding(seconds: -VisitingBrowser.memory)
        )
        let digest = SecretDigest(of: browser.token)
        let known = try transaction.query("SELECT device_hash FROM account_devices WHERE account_id = $1", account) { try $0[0] as SecretDigest }
        try transaction.execute(
            """
            INSERT INTO account_devices (account_id, device_hash, last_seen_at) VALUES ($1, $2, $3)
            ON CONFLICT (account_id, device_hash) DO UPDATE SET last_seen_at = excluded.last_seen_at
            """,
            account,
            digest,
            now
        )
        return !known.isEmpty && !known.contains(digest)
    }
}
