extension Migration {
    /// What an activity's days are booked in and from when, for whom first.
    static let bookingTerms = Migration(
        number: 16,
        name: "booking terms",
        statements: [
            "ALTER TABLE activities ADD COLUMN booked_by {text} NOT NULL DEFAULT 'jour'",
            "ALTER TABLE activities ADD COLUMN weekly_minimum {int}",
            "ALTER TABLE activities ADD COLUMN horizon {text}",
            """
            CREATE TABLE booking_windows (
                activity_id {int} NOT NULL REFERENCES activities (id), first_day {int} NOT NULL, last_day {int} NOT NULL,
                opens_at {int} NOT NULL, closes_at {int}, schools {text} NOT NULL, PRIMARY KEY (activity_id, first_day)
            ) {clustered}
            """,
            """
            CREATE TABLE window_priorities (
                activity_id {int} NOT NULL REFERENCES activities (id), first_day {int} NOT NULL, kind {text} NOT NULL, opens_at {int} NOT NULL,
                position {int} NOT NULL, PRIMARY KEY (activity_id, first_day, kind)
            ) {clustered}
            """,
            """
            CREATE TABLE household_marks (
                household_id {int} NOT NULL REFERENCES households (id), mark {text} NOT NULL, PRIMARY KEY (household_id, mark)
            ) {clustered}
            """,
            "ALTER TABLE portal ADD COLUMN residents {text} NOT NULL DEFAULT ''",
        ]
    )
}
