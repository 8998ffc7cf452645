extension Migration {
    /// Bus lines and their stops, and where each child gets on and off.
    static let buses = Migration(
        number: 44,
        name: "buses",
        statements: [
            "CREATE TABLE bus_networks (activity {text} PRIMARY KEY, chooser {text} NOT NULL) {strict}",
            """
            CREATE TABLE bus_lines (
                activity {text} NOT NULL, code {text} NOT NULL, name {text} NOT NULL, position {int} NOT NULL, PRIMARY KEY (activity, code)
            ) {strict}
            """,
            // A time that is empty: that trip does not stop there.
            """
            CREATE TABLE bus_stops (
                activity {text} NOT NULL, line {text} NOT NULL, code {text} NOT NULL, name {text} NOT NULL, morning {int}, evening {int},
                position {int} NOT NULL, PRIMARY KEY (activity, line, code)
            ) {strict}
            """,
            // From a day on; line and stop are empty for no bus.
            """
            CREATE TABLE child_stops (
                child_id {int} NOT NULL REFERENCES children (id), activity_id {int} NOT NULL REFERENCES activities (id), trip {int} NOT NULL,
                first_day {int} NOT NULL, line {text}, stop {text}, PRIMARY KEY (child_id, activity_id, trip, first_day)
            ) {clustered}
            """,
            "CREATE INDEX child_stops_by_activity ON child_stops (activity_id, child_id)",
        ]
    )
}
