extension Migration {
    /// Accounts that the town prepares, and families that ask to be recognised.
    static let waysIn = Migration(
        number: 7,
        name: "ways in",
        statements: [
            // Until when the password that the town made up may be used, once: to choose another one. Empty for a password of one's own.
            "ALTER TABLE accounts ADD COLUMN first_password_until {int}",
            """
            CREATE TABLE recognition_requests (
                id {id}, account_id {int} NOT NULL REFERENCES accounts (id), message {text} NOT NULL, created_at {int} NOT NULL,
                decided_at {int}, decided_by {int} REFERENCES staff_members (id), household_id {int} REFERENCES households (id), reason {text},
                CHECK (household_id IS NULL OR reason IS NULL)
            ) {strict}
            """,
            "CREATE INDEX recognition_requests_by_account ON recognition_requests (account_id, id)",
            "CREATE INDEX recognition_requests_waiting ON recognition_requests (id) WHERE decided_at IS NULL",
            """
            CREATE TABLE recognition_children (
                request_id {int} NOT NULL REFERENCES recognition_requests (id), position {int} NOT NULL, first_name {text} NOT NULL,
                last_name {text} NOT NULL, birth_day {int} NOT NULL, PRIMARY KEY (request_id, position)
            ) {clustered}
            """,
            "CREATE INDEX children_by_birth_day ON children (birth_day)",
        ]
    )
}
