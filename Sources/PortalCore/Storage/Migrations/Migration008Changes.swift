extension Migration {
    /// What parents change in their file, and which of it the town wants to approve first.
    static let changes = Migration(
        number: 8,
        name: "changes",
        statements: [
            "CREATE TABLE change_policies (field {text} PRIMARY KEY, policy {text} NOT NULL) {strict}",
            """
            CREATE TABLE change_requests (
                id {id}, field {text} NOT NULL, subject {int} NOT NULL, household_id {int} NOT NULL REFERENCES households (id),
                old_value {text} NOT NULL, new_value {text} NOT NULL, state {text} NOT NULL, reason {text} NOT NULL,
                asked_at {int} NOT NULL, asked_by {int} NOT NULL REFERENCES accounts (id),
                settled_at {int}, settled_by {int} REFERENCES staff_members (id)
            ) {strict}
            """,
            "CREATE INDEX change_requests_by_account ON change_requests (asked_by, id)",
            "CREATE INDEX change_requests_by_state ON change_requests (state, id)",
        ]
    )
}
