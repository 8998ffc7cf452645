/// Reads and writes the links that choose a new password, by the digests of their tokens.
struct PasswordResetStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Notes a new link; without account it opens nothing.
    func insert(_ reset: PasswordReset, for account: Identifier<Account>?) throws {
        try transaction.execute(
            "INSERT INTO password_resets (token_hash, account_id, expires_at) VALUES ($1, $2, $3)",
            SecretDigest(of: reset.token.text),
            account,
            reset.expiry
        )
    }

    /// How many links of an account still work.
    func count(of account: Identifier<Account>, at now: Instant) throws -> Int {
        try transaction.first("SELECT count(*) FROM password_resets WHERE account_id = $1 AND expires_at > $2", account, now, decode: { try $0[0] })
            ?? 0
    }

    func find(token: String) throws -> (account: Identifier<Account>, login: String, expiry: Instant)? {
        try transaction.first(
            """
            SELECT r.account_id, a.login, r.expires_at FROM password_resets r JOIN accounts a ON a.id = r.account_id WHERE r.token_hash = $1
            """,
            SecretDigest(of: token)
        ) { (try $0[0], try $0[1], try $0[2]) }
    }

    /// Ends all links of an account.
    func deleteAll(of account: Identifier<Account>) throws {
        try transaction.execute("DELETE FROM password_resets WHERE account_id = $1", account)
    }

    /// Forgets the links that ended before an instant: a day later nobody asks what became of them.
    func deleteEnded(before instant: Instant) throws {
        try transaction.execute("DELETE FROM password_resets WHERE expires_at <= $1", instant)
    }
}
