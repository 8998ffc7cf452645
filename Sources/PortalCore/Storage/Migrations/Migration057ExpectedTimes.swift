extension Migration {
    /// When families say that their children come to a unit and leave it.
    static let expectedTimes = Migration(
        number: 57,
        name: "expected times",
        statements: [
            // How finely the unit asks, in minutes; empty where it does not ask.
            "ALTER TABLE units ADD COLUMN arrival_step {int}",
            "ALTER TABLE units ADD COLUMN departure_step {int}",
            // A child's habit at a unit, in each of its homes; an empty time was not said.
            """
            CREATE TABLE usual_times (
                child_id {int} NOT NULL REFERENCES children (id), unit_id {int} NOT NULL REFERENCES units (id),
                household_id {int} NOT NULL REFERENCES households (id), arrival {int}, departure {int},
                PRIMARY KEY (child_id, unit_id, household_id)
            ) {clustered}
            """,
            // What differs from it on one booked day; an empty time is as usual.
            """
            CREATE TABLE booking_times (
                child_id {int} NOT NULL REFERENCES children (id), day {int} NOT NULL, unit_id {int} NOT NULL REFERENCES units (id),
                arrival {int}, departure {int}, PRIMARY KEY (child_id, day, unit_id)
            ) {clustered}
            """,
        ]
    )
}
