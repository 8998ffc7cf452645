extension Migration {
    /// Accounts that are closed, and people who ask to be forgotten.
    static let leaving = Migration(
        number: 11,
        name: "leaving",
        statements: [
            "ALTER TABLE accounts ADD COLUMN closed_at {int}",
            """
            CREATE TABLE erasure_requests (
                id {id}, account_id {int} NOT NULL REFERENCES accounts (id), message {text} NOT NULL, created_at {int} NOT NULL,
                settled_at {int}, settled_by {int} REFERENCES staff_members (id), accepted {int}, answer {text} NOT NULL DEFAULT ''
            ) {strict}
            """,
            "CREATE INDEX erasure_requests_by_account ON erasure_requests (account_id, id)",
            "CREATE INDEX erasure_requests_waiting ON erasure_requests (id) WHERE settled_at IS NULL",
        ]
    )
}
