/// Forgets what mails say. Those that a key campaign or a reminder counts stay as empty ones.
struct ErasedMessageStore {
    private static let nobody = "efface@invalide.example"

    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// How many mails written before an instant still say something.
    func count(before instant: Instant) throws -> Int {
        try transaction.first(
            "SELECT count(*) FROM outbox WHERE created_at < $1 AND recipient <> $2 AND (sent_at IS NOT NULL OR failed_at IS NOT NULL)",
            instant,
            Self.nobody,
            decode: { try $0[0] }
        ) ?? 0
    }

    func erase(before instant: Instant) throws {
        try transaction.execute(
            """
            UPDATE outbox SET recipient = $2, subject = '', body = '', secret = NULL, request_id = NULL, link = NULL, last_error = NULL
            WHERE created_at < $1 AND (sent_at IS NOT NULL OR failed_at IS NOT NULL)
            """,
            instant,
            Self.nobody
        )
        try transaction.execute(
            """
            DELETE FROM outbox WHERE created_at < $1 AND recipient = $2
                AND NOT EXISTS (SELECT 1 FROM key_campaign_households k WHERE k.mail_id = outbox.id)
                AND NOT EXISTS (SELECT 1 FROM document_reminders r WHERE r.mail_id = outbox.id)
            """,
            instant,
            Self.nobody
        )
    }

    /// Those to an adult: to its account, or to its address alone.
    func eraseAddressed(to adult: Identifier<Adult>) throws {
        try transaction.execute(
            """
            UPDATE outbox SET recipient = $2, subject = '', body = '', secret = NULL, request_id = NULL, link = NULL, last_error = NULL,
                failed_at = CASE WHEN sent_at IS NULL THEN coalesce(failed_at, created_at) ELSE NULL END
            WHERE account_id IN (SELECT id FROM accounts WHERE adult_id = $1)
                OR account_id IS NULL AND lower(recipient) = (SELECT lower(email) FROM adults WHERE id = $1)
            """,
            adult,
            Self.nobody
        )
        try transaction.execute(
            "DELETE FROM unreachable_addresses WHERE address = (SELECT lower(email) FROM adults WHERE id = $1)",
            adult
        )
    }
}
