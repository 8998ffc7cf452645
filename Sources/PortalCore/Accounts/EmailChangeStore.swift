/// Reads and writes addresses that are about to change, by the digests of their tokens.
struct EmailChangeStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Notes what is asked for; what was asked before is forgotten.
    func insert(
        _ email: EmailAddress,
        for account: Identifier<Account>,
        old: EmailConfirmation,
        oldConfirmedAt: Instant?,
        new: EmailConfirmation
    ) throws {
        try delete(of: account)
        try transaction.execute(
            """
            INSERT INTO email_changes (account_id, email, expires_at, old_token_hash, old_confirmed_at, new_token_hash) VALUES ($1, $2, $3, $4, $5, $6)
            """,
            account,
            email,
            new.expiry,
            SecretDigest(of: old.token.text),
            oldConfirmedAt,
            SecretDigest(of: new.token.text)
        )
    }

    func change(of account: Identifier<Account>) throws -> EmailChange? {
        try transaction.first("SELECT email, expires_at, old_confirmed_at, new_confirmed_at FROM email_changes WHERE account_id = $1", account) {
            row in
            let (oldConfirmedAt, newConfirmedAt): (Instant?, Instant?) = (try row[2], try row[3])
            return try EmailChange(
                email: row[0],
                expiry: row[1],
                isOldConfirmed: oldConfirmedAt != nil,
                isNewConfirmed: newConfirmedAt != nil
            )
        }
    }

    /// The account whose change one of the two links is about.
    func account(token: String) throws -> Identifier<Account>? {
        try transaction.first(
            "SELECT account_id FROM email_changes WHERE old_token_hash = $1 OR new_token_hash = $1",
            SecretDigest(of: token),
            decode: { try $0[0] }
        )
    }

    /// Notes that the address that a link was sent to agrees.
    func confirm(token: String, at now: Instant) throws {
        let digest = SecretDigest(of: token)
        try transaction.execute("UPDATE email_changes SET old_confirmed_at = $2 WHERE old_token_hash = $1", digest, now)
        try transaction.execute("UPDATE email_changes SET new_confirmed_at = $2 WHERE new_token_hash = $1", digest, now)
    }

    func delete(of account: Identifier<Account>) throws {
        try transaction.execute("DELETE FROM email_changes WHERE account_id = $1", account)
    }
}
