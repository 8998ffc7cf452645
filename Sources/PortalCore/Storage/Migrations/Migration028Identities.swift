extension Migration {
    /// Identities proven by FranceConnect, the journeys that prove them, and who came back without an account.
    static let identities = Migration(
        number: 28,
        name: "identities",
        statements: [
            """
            CREATE TABLE identity_requests (
                state_hash {blob} NOT NULL PRIMARY KEY, browser_hash {blob} NOT NULL, secrets {blob} NOT NULL,
                account_id {int} REFERENCES accounts (id), next_page {text} NOT NULL, expires_at {int} NOT NULL, used_at {int}
            ) {clustered}
            """,
            """
            CREATE TABLE identity_arrivals (
                browser_hash {blob} NOT NULL PRIMARY KEY, subject_hash {blob} NOT NULL, sealed {blob} NOT NULL,
                account_id {int} REFERENCES accounts (id), expires_at {int} NOT NULL
            ) {clustered}
            """,
            """
            CREATE TABLE linked_identities (
                account_id {int} NOT NULL PRIMARY KEY REFERENCES accounts (id), subject_hash {blob} NOT NULL UNIQUE, sealed {blob} NOT NULL,
                attached_at {int} NOT NULL, last_used_at {int}
            ) {strict}
            """,
            // What ends the session at the provider too, sealed.
            "ALTER TABLE web_sessions ADD COLUMN identity_token {blob}",
            "ALTER TABLE half_sign_ins ADD COLUMN identity_token {blob}",
        ]
    )
}
