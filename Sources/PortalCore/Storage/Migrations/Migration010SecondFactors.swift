extension Migration {
    /// Codes of authenticator apps, besides the password.
    static let secondFactors = Migration(
        number: 10,
        name: "second factors",
        statements: [
            """
            CREATE TABLE second_factors (
                id {id}, account_id {int} UNIQUE REFERENCES accounts (id), staff_id {int} UNIQUE REFERENCES staff_members (id),
                sealed_secret {blob} NOT NULL, confirmed_at {int}, last_step {int} NOT NULL,
                CHECK ((account_id IS NULL) <> (staff_id IS NULL))
            ) {strict}
            """,
            """
            CREATE TABLE recovery_codes (
                factor_id {int} NOT NULL REFERENCES second_factors (id), code_hash {blob} NOT NULL, PRIMARY KEY (factor_id, code_hash)
            ) {clustered}
            """,
            """
            CREATE TABLE half_sign_ins (
                token_hash {blob} PRIMARY KEY, account_id {int} REFERENCES accounts (id), staff_id {int} REFERENCES staff_members (id),
                expires_at {int} NOT NULL
            ) {strict}
            """,
            "ALTER TABLE portal ADD COLUMN staff_second_factor {text} NOT NULL DEFAULT 'facultative'",
        ]
    )
}
