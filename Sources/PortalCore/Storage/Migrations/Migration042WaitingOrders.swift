extension Migration {
    /// The towns' own orders of waiting lines, what the staff have arranged in them, and who was passed over and why.
    static let waitingOrders = Migration(
        number: 42,
        name: "waiting orders",
        statements: [
            """
            CREATE TABLE waiting_criteria (
                activity_id {int} NOT NULL REFERENCES activities (id), position {int} NOT NULL, criterion {text} NOT NULL,
                PRIMARY KEY (activity_id, position)
            ) {clustered}
            """,
            "ALTER TABLE awaited_places ADD COLUMN arranged {int} NOT NULL DEFAULT 0",
            "ALTER TABLE awaited_places ADD COLUMN passed_at {int}",
            "ALTER TABLE awaited_places ADD COLUMN passed_reason {text} NOT NULL DEFAULT ''",
        ]
    )
}
