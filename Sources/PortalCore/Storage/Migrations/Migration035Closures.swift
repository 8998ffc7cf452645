extension Migration {
    /// Closures that the staff declare for one occasion, with the bookings that they cancel.
    static let declaredClosures = Migration(
        number: 35,
        name: "declared closures",
        statements: [
            // `activities`: codes, "*" for all. `groups`: numbers of groups of activities that do not close whole.
            """
            CREATE TABLE declared_closures (
                id {id}, first_day {int} NOT NULL, last_day {int} NOT NULL, cause {text} NOT NULL, effect {text} NOT NULL, words {text} NOT NULL,
                activities {text} NOT NULL, groups {text} NOT NULL, message {text} NOT NULL, declared_at {int} NOT NULL,
                declared_by {int} NOT NULL REFERENCES staff_members (id), undone_at {int}, undone_by {int} REFERENCES staff_members (id),
                idempotency_key {text} NOT NULL UNIQUE, CHECK (first_day <= last_day)
            ) {strict}
            """,
            """
            CREATE TABLE closure_bookings (
                closure_id {int} NOT NULL REFERENCES declared_closures (id), child_id {int} NOT NULL REFERENCES children (id), day {int} NOT NULL,
                unit_id {int} NOT NULL REFERENCES units (id), group_id {int} NOT NULL, household_id {int} NOT NULL REFERENCES households (id),
                state {int} NOT NULL, price {int} NOT NULL, surcharge {int} NOT NULL, PRIMARY KEY (closure_id, child_id, day, unit_id)
            ) {clustered}
            """,
            "CREATE INDEX closure_bookings_by_child ON closure_bookings (child_id, day)",
        ]
    )
}
