extension Migration {
    /// What families owe, as the cash office has recorded it, and from which amount on it keeps them from booking.
    static let arrears = Migration(
        number: 31,
        name: "arrears",
        statements: [
            "CREATE TABLE arrears_policy (id {int} PRIMARY KEY, threshold {int} NOT NULL, message {text} NOT NULL) {strict}",
            """
            CREATE TABLE arrears (
                household_id {int} PRIMARY KEY REFERENCES households (id), amount {int} NOT NULL, as_of {int} NOT NULL,
                recorded_at {int} NOT NULL, recorded_by {int} NOT NULL REFERENCES staff_members (id)
            ) {strict}
            """,
            """
            CREATE TABLE arrears_exemptions (
                household_id {int} PRIMARY KEY REFERENCES households (id), reason {text} NOT NULL, last_day {int} NOT NULL,
                granted_at {int} NOT NULL, granted_by {int} NOT NULL REFERENCES staff_members (id)
            ) {strict}
            """,
        ]
    )
}
