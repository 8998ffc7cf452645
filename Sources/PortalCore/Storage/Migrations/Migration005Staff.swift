extension Migration {
    /// Who of the staff may do what, and what the service desk searches families with.
    static let staff = Migration(
        number: 5,
        name: "staff",
        statements: [
            "ALTER TABLE staff_members ADD COLUMN email {text}",
            "ALTER TABLE staff_members ADD COLUMN deactivated_at {int}",
            """
            CREATE TABLE staff_places (
                staff_id {int} NOT NULL REFERENCES staff_members (id), place {text} NOT NULL, PRIMARY KEY (staff_id, place)
            ) {clustered}
            """,
            """
            CREATE TABLE staff_invitations (
                token_hash {blob} PRIMARY KEY, staff_id {int} NOT NULL REFERENCES staff_members (id), expires_at {int} NOT NULL
            ) {strict}
            """,
            "CREATE INDEX staff_invitations_by_member ON staff_invitations (staff_id)",
            "CREATE INDEX web_sessions_by_staff ON web_sessions (staff_id)",
            "ALTER TABLE activation_keys ADD COLUMN revoked_at {int}",
            // The words of a name as they are searched; the name that they were taken from tells when they are out of date.
            "CREATE TABLE searched_names (kind {int} NOT NULL, subject {int} NOT NULL, name {text} NOT NULL, PRIMARY KEY (kind, subject)) {clustered}",
            "CREATE TABLE searched_words (word {text} NOT NULL, kind {int} NOT NULL, subject {int} NOT NULL, PRIMARY KEY (word, kind, subject)) {clustered}",
            "CREATE INDEX searched_words_by_subject ON searched_words (kind, subject)",
            "CREATE INDEX audit_by_time ON audit (at, chain, number)",
        ]
    )
}
