extension Migration {
    /// Children under contract are called with the others.
    static let careRollCall = Migration(
        number: 62,
        name: "care roll call",
        statements: [
            // As `roll_call_entries`: the presence of `nursery_stays` follows from these.
            """
            CREATE TABLE care_call_entries (
                contract_id {int} NOT NULL REFERENCES care_contracts (id), day {int} NOT NULL, moment {int} NOT NULL,
                entry_key {text} NOT NULL UNIQUE, act {int} NOT NULL, arrived_at {int}, left_at {int},
                staff_id {int} NOT NULL REFERENCES staff_members (id), received_at {int} NOT NULL,
                PRIMARY KEY (contract_id, day, moment, entry_key)
            ) {clustered}
            """,
            // Empty: not called. `absent` is from now on what was said of an absence, whether the child came or not.
            "ALTER TABLE nursery_stays ADD COLUMN presence {int}",
            "UPDATE nursery_stays SET presence = 1 WHERE arrived IS NOT NULL",
            "UPDATE nursery_stays SET presence = 2 WHERE arrived IS NULL AND absent <> 0 AND called_by IS NOT NULL",
            // What was noted before is one entry each, the first.
            """
            INSERT INTO care_call_entries (contract_id, day, moment, entry_key, act, arrived_at, left_at, staff_id, received_at)
            SELECT contract_id, day, changed_at * 1000, 'presence-notee-' || CAST(contract_id AS TEXT) || '-' || CAST(day AS TEXT),
                10 + presence, arrived, departed, called_by, changed_at
            FROM nursery_stays WHERE presence IS NOT NULL AND called_by IS NOT NULL
            """,
            // Nobody closed a nursery's days so far: those that were called are done, but for the last one, which may still run, and for those
            // on which booked children were to come too.
            """
            INSERT INTO closed_days (activity_id, day, closed_at, closed_by)
            SELECT k.activity_id, s.day, max(s.changed_at), NULL FROM nursery_stays s JOIN care_contracts k ON k.id = s.contract_id
            WHERE s.presence IS NOT NULL AND s.day < (SELECT max(x.day) FROM nursery_stays x WHERE x.presence = 1)
                AND NOT EXISTS (
                    SELECT 1 FROM bookings b JOIN units u ON u.id = b.unit_id WHERE u.activity_id = k.activity_id AND b.day = s.day
                )
            GROUP BY k.activity_id, s.day ON CONFLICT DO NOTHING
            """,
        ]
    )
}
