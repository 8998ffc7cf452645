extension Migration {
    /// Where accounts are open, the browsers that they know, and e-mail addresses that are about to change.
    static let accountSafety = Migration(
        number: 4,
        name: "account safety",
        statements: [
            "ALTER TABLE web_sessions ADD COLUMN device {text} NOT NULL DEFAULT ''",
            // Empty for the sessions that were open before this column: they say when they began.
            "ALTER TABLE web_sessions ADD COLUMN used_at {int}",
            """
            CREATE TABLE account_devices (
                account_id {int} NOT NULL REFERENCES accounts (id), device_hash {blob} NOT NULL, last_seen_at {int} NOT NULL,
                PRIMARY KEY (account_id, device_hash)
            ) {clustered}
            """,
            """
            CREATE TABLE email_changes (
                account_id {int} PRIMARY KEY REFERENCES accounts (id), email {text} NOT NULL, expires_at {int} NOT NULL,
                old_token_hash {blob} NOT NULL UNIQUE, old_confirmed_at {int}, new_token_hash {blob} NOT NULL UNIQUE, new_confirmed_at {int}
            ) {strict}
            """,
        ]
    )
}
