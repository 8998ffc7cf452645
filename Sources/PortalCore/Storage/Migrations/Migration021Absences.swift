extension Migration {
    /// What absences cost, those that parents report, and their certificates.
    static let absences = Migration(
        number: 21,
        name: "absences",
        statements: [
            // The town's policy has an empty scope, an activity's own its code.
            "CREATE TABLE absence_policies (scope {text} PRIMARY KEY, policy {text} NOT NULL) {strict}",
            """
            CREATE TABLE absences (
                id {id}, request_id {int} NOT NULL REFERENCES requests (id), household_id {int} NOT NULL REFERENCES households (id),
                account_id {int} NOT NULL REFERENCES accounts (id), child_id {int} NOT NULL REFERENCES children (id), reason {text} NOT NULL,
                first_day {int} NOT NULL, last_day {int} NOT NULL, reported_at {int} NOT NULL, state {int} NOT NULL, due_at {int},
                latest_at {int}, reminded_at {int}, judged_at {int}, judged_by {int} REFERENCES staff_members (id), note {text} NOT NULL
            ) {strict}
            """,
            "CREATE INDEX absences_by_household ON absences (household_id, id)",
            "CREATE INDEX absences_by_state ON absences (state, due_at)",
            // `rank`: the days on which the child was expected before this one. `rate`: percent of the price that the day costs.
            """
            CREATE TABLE absence_lines (
                absence_id {int} NOT NULL REFERENCES absences (id), day {int} NOT NULL, unit_id {int} NOT NULL REFERENCES units (id),
                child_id {int} NOT NULL, rank {int} NOT NULL, days_after {int} NOT NULL, due_at {int}, latest_at {int}, rate {int} NOT NULL,
                PRIMARY KEY (absence_id, day, unit_id)
            ) {clustered}
            """,
            "CREATE UNIQUE INDEX absence_lines_by_slot ON absence_lines (child_id, day, unit_id)",
            // Sealed with a key of its own, which the portal's key seals.
            """
            CREATE TABLE certificates (
                id {id}, absence_id {int} NOT NULL REFERENCES absences (id), kind {text} NOT NULL, size {int} NOT NULL, sealed_key {blob} NOT NULL,
                sealed {blob} NOT NULL, sent_at {int} NOT NULL, sent_by {int} NOT NULL REFERENCES accounts (id)
            ) {strict}
            """,
            "CREATE INDEX certificates_by_absence ON certificates (absence_id)",
        ]
    )
}
