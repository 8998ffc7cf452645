/// The rows of the calendar feeds.
struct CalendarFeedStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func insert(
        _ token: SecretDigest,
        for account: Identifier<Account>,
        child: Identifier<Child>?,
        usesInitials: Bool,
        at now: Instant
    ) throws -> Identifier<CalendarFeed> {
        let id: Identifier<CalendarFeed>? = try transaction.first(
            "INSERT INTO calendar_feeds (account_id, child_id, token_hash, initials, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id",
            account,
            child,
            token,
            usesInitials ? 1 : 0,
            now,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    func delete(_ id: Identifier<CalendarFeed>) throws {
        try transaction.execute("DELETE FROM calendar_feeds WHERE id = $1", id)
    }

    /// The feed under a token; nil when it was never given, has been ended, or its account is closed.
    func feed(_ token: SecretDigest) throws -> CalendarFeed? {
        try transaction.first(
            """
            SELECT f.id, f.account_id, f.child_id, f.initials, f.created_at
            FROM calendar_feeds f JOIN accounts a ON a.id = f.account_id WHERE f.token_hash = $1 AND a.closed_at IS NULL
            """,
            token,
            decode: feed
        )
    }

    /// An account's feeds, the latest last.
    func feeds(of account: Identifier<Account>) throws -> [CalendarFeed] {
        try transaction.query(
            "SELECT id, account_id, child_id, initials, created_at FROM calendar_feeds WHERE account_id = $1 ORDER BY id",
            account,
            decode: feed
        )
    }

    private func feed(_ row: any Row) throws -> CalendarFeed {
        try CalendarFeed(id: row[0], account: row[1], child: row[2], usesInitials: row[3] as Int != 0, createdAt: row[4])
    }
}
