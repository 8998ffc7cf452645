extension Migration {
    /// Where children of two households live on each day.
    static let custody = Migration(
        number: 9,
        name: "custody",
        statements: [
            """
            CREATE TABLE custody_calendars (
                child_id {int} PRIMARY KEY REFERENCES children (id), even_household {int} NOT NULL REFERENCES households (id),
                odd_household {int} NOT NULL REFERENCES households (id), change_day {int} NOT NULL,
                first_half_even_years {int} REFERENCES households (id)
            ) {strict}
            """,
            """
            CREATE TABLE custody_exceptions (
                child_id {int} NOT NULL REFERENCES children (id), first_day {int} NOT NULL, last_day {int} NOT NULL,
                household_id {int} NOT NULL REFERENCES households (id), PRIMARY KEY (child_id, first_day)
            ) {clustered}
            """,
            "ALTER TABLE portal ADD COLUMN custody_view {text} NOT NULL DEFAULT 'tout'",
        ]
    )
}
