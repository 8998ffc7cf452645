extension Migration {
    /// An absence is reported once for all that a child misses: what is booked, and the days of its care contract.
    static let careAbsences = Migration(
        number: 61,
        name: "care absences",
        statements: [
            // Whose day a line is about that has no unit: `unit_id` is 0 there.
            "ALTER TABLE request_lines ADD COLUMN contract_id {int} REFERENCES care_contracts (id)",
            // As `absence_lines`. A contract's hours have no price of their own: `rate` is 100 where they are charged, 0 where they are taken off.
            """
            CREATE TABLE absence_care_days (
                absence_id {int} NOT NULL REFERENCES absences (id), day {int} NOT NULL, contract_id {int} NOT NULL REFERENCES care_contracts (id),
                rank {int} NOT NULL, days_after {int} NOT NULL, due_at {int}, latest_at {int}, rate {int} NOT NULL,
                PRIMARY KEY (absence_id, day, contract_id)
            ) {clustered}
            """,
            // A day is reported once.
            "CREATE UNIQUE INDEX absence_care_days_by_day ON absence_care_days (contract_id, day)",
        ]
    )
}
