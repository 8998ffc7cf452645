extension Migration {
    /// How long things are kept, who was erased, and the days on which parents ask to swap custody.
    static let retention = Migration(
        number: 34,
        name: "retention, custody wishes",
        statements: [
            "CREATE TABLE retention_rules (kind {text} PRIMARY KEY, months {int} NOT NULL) {strict}",
            "ALTER TABLE adults ADD COLUMN erased_at {int}",
            "ALTER TABLE children ADD COLUMN erased_at {int}",
            "ALTER TABLE households ADD COLUMN erased_at {int}",
            // `state`: asked, agreed, refused, withdrawn. `household_id` has the child on these days once they are agreed.
            """
            CREATE TABLE custody_wishes (
                id {id}, child_id {int} NOT NULL REFERENCES children (id), household_id {int} NOT NULL REFERENCES households (id),
                first_day {int} NOT NULL, last_day {int} NOT NULL, message {text} NOT NULL, state {text} NOT NULL,
                asked_at {int} NOT NULL, asked_by {int} NOT NULL REFERENCES accounts (id), settled_at {int},
                settled_by_account {int} REFERENCES accounts (id), settled_by_staff {int} REFERENCES staff_members (id),
                CHECK (first_day <= last_day)
            ) {strict}
            """,
            "CREATE INDEX custody_wishes_by_child ON custody_wishes (child_id, id)",
            "CREATE INDEX custody_wishes_by_state ON custody_wishes (state, id)",
        ]
    )
}
