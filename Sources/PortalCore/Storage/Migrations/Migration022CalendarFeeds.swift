extension Migration {
    /// The secret addresses under which calendars read a family's agenda.
    static let calendarFeeds = Migration(
        number: 22,
        name: "calendar feeds",
        statements: [
            // Without a child the feed is of the whole family.
            """
            CREATE TABLE calendar_feeds (
                id {id}, account_id {int} NOT NULL REFERENCES accounts (id), child_id {int} REFERENCES children (id),
                token_hash {blob} NOT NULL UNIQUE, initials {int} NOT NULL, created_at {int} NOT NULL
            ) {strict}
            """,
            "CREATE INDEX calendar_feeds_by_account ON calendar_feeds (account_id, id)",
        ]
    )
}
