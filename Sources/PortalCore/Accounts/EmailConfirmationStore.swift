/// Reads and writes the links that confirm e-mail addresses, by the digests of their tokens.
struct EmailConfirmationStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Notes a new link; the account's older ones stop working.
    func insert(_ confirmation: EmailConfirmation, for account: Identifier<Account>) throws {
        try transaction.execute("DELETE FROM email_confirmations WHERE account_id = $1", account)
        try transaction.execute(
            "INSERT INTO email_confirmations (token_hash, account_id, expires_at) VALUES ($1, $2, $3)",
            SecretDigest(of: confirmation.token.text),
            account,
            confirmation.expiry
        )
    }

    func find(token: String) throws -> (account: Identifier<Account>, expiry: Instant, confirmedAt: Instant?)? {
        try transaction.first(
            """
            SELECT c.account_id, c.expires_at, a.email_confirmed_at
            FROM email_confirmations c JOIN accounts a ON a.id = c.account_id WHERE c.token_hash = $1
            """,
            SecretDigest(of: token)
        ) { (try $0[0], try $0[1], try $0[2]) }
    }
}
