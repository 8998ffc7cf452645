extension Migration {
    /// Links that choose a new password, and what of a mail only its recipient reads.
    static let passwords = Migration(
        number: 2,
        name: "passwords",
        statements: [
            "ALTER TABLE outbox ADD COLUMN secret {text}",
            // Without account: what is written when nobody is known under what was typed.
            """
            CREATE TABLE password_resets (
                token_hash {blob} PRIMARY KEY, account_id {int} REFERENCES accounts (id), expires_at {int} NOT NULL
            ) {strict}
            """,
            "CREATE INDEX password_resets_by_account ON password_resets (account_id)",
            "CREATE INDEX password_resets_by_expiry ON password_resets (expires_at)",
            "CREATE INDEX web_sessions_by_account ON web_sessions (account_id)",
            // People log in with their address in any case.
            "CREATE INDEX adults_by_email ON adults (lower(email))",
        ]
    )
}
