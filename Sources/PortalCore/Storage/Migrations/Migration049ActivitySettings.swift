extension Migration {
    /// Horizons that hold from a booked day on, and what the admin pages have changed since the last import of a definition.
    static let activitySettings = Migration(
        number: 49,
        name: "activity settings",
        statements: [
            // `horizon`: in its notation; nothing for none.
            """
            CREATE TABLE dated_horizons (
                activity_id {int} NOT NULL REFERENCES activities (id), first_day {int} NOT NULL, horizon {text},
                PRIMARY KEY (activity_id, first_day)
            ) {clustered}
            """,
            """
            CREATE TABLE edited_settings (
                activity_id {int} NOT NULL REFERENCES activities (id), setting {text} NOT NULL, edited_at {int} NOT NULL,
                edited_by {int} NOT NULL REFERENCES staff_members (id), PRIMARY KEY (activity_id, setting)
            ) {clustered}
            """,
        ]
    )
}
