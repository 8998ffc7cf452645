extension Migration {
    /// Places are counted by counters that units share: a whole day takes the morning and the afternoon. A counter's row may set another number
    /// of places, or of staff, for its day. What was counted for each unit carries over to a counter of its own.
    static let sharedCounters = Migration(
        number: 15,
        name: "shared counters",
        statements: [
            """
            CREATE TABLE counters (
                id {id}, activity_id {int} NOT NULL REFERENCES activities (id), code {text} NOT NULL, UNIQUE (activity_id, code)
            ) {strict}
            """,
            """
            CREATE TABLE unit_counters (
                unit_id {int} NOT NULL REFERENCES units (id), counter_id {int} NOT NULL REFERENCES counters (id), position {int} NOT NULL,
                PRIMARY KEY (unit_id, counter_id)
            ) {clustered}
            """,
            """
            CREATE TABLE unit_ties (
                unit_id {int} NOT NULL REFERENCES units (id), kind {text} NOT NULL, other_id {int} NOT NULL REFERENCES units (id),
                position {int} NOT NULL, PRIMARY KEY (unit_id, kind, other_id)
            ) {clustered}
            """,
            "INSERT INTO counters (activity_id, code) SELECT activity_id, code FROM units",
            """
            INSERT INTO unit_counters (unit_id, counter_id, position)
            SELECT u.id, c.id, 0 FROM units u JOIN counters c ON c.activity_id = u.activity_id AND c.code = u.code
            """,
            """
            CREATE TABLE shared_place_counters (
                counter_id {int} NOT NULL, group_id {int} NOT NULL, day {int} NOT NULL, taken {int} NOT NULL CHECK (taken >= 0),
                capacity {int}, staff {int}, PRIMARY KEY (counter_id, group_id, day)
            ) {clustered}
            """,
            """
            INSERT INTO shared_place_counters (counter_id, group_id, day, taken)
            SELECT m.counter_id, p.group_id, p.day, p.taken FROM place_counters p JOIN unit_counters m ON m.unit_id = p.unit_id
            """,
            "DROP TABLE place_counters",
            "ALTER TABLE shared_place_counters RENAME TO place_counters",
            "ALTER TABLE groups ADD COLUMN children_per_staff {int}",
            "ALTER TABLE groups ADD COLUMN planned_staff {int}",
        ]
    )
}
