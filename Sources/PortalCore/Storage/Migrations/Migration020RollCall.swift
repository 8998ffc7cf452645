extension Migration {
    /// What the roll call says of each child, unit and day; the days that are closed; the periods that are locked for invoicing.
    static let rollCall = Migration(
        number: 20,
        name: "roll call",
        statements: [
            // Every tap, as it was made: the rows of `attendance` follow from these.
            """
            CREATE TABLE roll_call_entries (
                unit_id {int} NOT NULL REFERENCES units (id), day {int} NOT NULL, child_id {int} NOT NULL REFERENCES children (id),
                moment {int} NOT NULL, entry_key {text} NOT NULL UNIQUE, act {int} NOT NULL, arrived_at {int}, left_at {int},
                staff_id {int} NOT NULL REFERENCES staff_members (id), received_at {int} NOT NULL,
                PRIMARY KEY (unit_id, day, child_id, moment, entry_key)
            ) {clustered}
            """,
            // `reported`: the booking's state before the roll call, empty for a child who came without booking. `called_by` is empty where
            // the closing of the day has noted the absence.
            """
            CREATE TABLE attendance (
                unit_id {int} NOT NULL REFERENCES units (id), day {int} NOT NULL, child_id {int} NOT NULL REFERENCES children (id),
                group_id {int} NOT NULL, reported {int}, presence {int} NOT NULL, arrived_at {int}, left_at {int},
                called_by {int} REFERENCES staff_members (id), moment {int} NOT NULL,
                PRIMARY KEY (unit_id, day, child_id)
            ) {clustered}
            """,
            "CREATE INDEX attendance_by_child ON attendance (child_id, day)",
            """
            CREATE TABLE closed_days (
                activity_id {int} NOT NULL REFERENCES activities (id), day {int} NOT NULL, closed_at {int} NOT NULL,
                closed_by {int} REFERENCES staff_members (id), PRIMARY KEY (activity_id, day)
            ) {clustered}
            """,
            """
            CREATE TABLE billing_locks (
                id {id}, first_day {int} NOT NULL, last_day {int} NOT NULL, locked_at {int} NOT NULL,
                locked_by {int} NOT NULL REFERENCES staff_members (id), released_at {int}, released_by {int} REFERENCES staff_members (id),
                CHECK (first_day <= last_day)
            ) {strict}
            """,
            "CREATE INDEX billing_locks_by_day ON billing_locks (last_day)",
        ]
    )
}
