extension Migration {
    /// The lines of full days, and what families ask of the staff after the limit.
    static let waitingList = Migration(
        number: 18,
        name: "waiting list",
        statements: [
            "ALTER TABLE activities ADD COLUMN waiting_list {text} NOT NULL DEFAULT 'aucune'",
            """
            CREATE TABLE awaited_places (
                child_id {int} NOT NULL REFERENCES children (id), day {int} NOT NULL, unit_id {int} NOT NULL REFERENCES units (id),
                activity_id {int} NOT NULL REFERENCES activities (id), group_id {int} NOT NULL, household_id {int} NOT NULL REFERENCES households (id),
                account_id {int} NOT NULL REFERENCES accounts (id), request_id {int} NOT NULL REFERENCES requests (id), joined_at {int} NOT NULL,
                state {int} NOT NULL, offered_until {int}, priority {int} NOT NULL, position {int} NOT NULL, bundle {int},
                PRIMARY KEY (child_id, day, unit_id)
            ) {clustered}
            """,
            "CREATE INDEX awaited_places_by_day ON awaited_places (day, activity_id)",
            "CREATE INDEX awaited_places_by_bundle ON awaited_places (bundle) WHERE bundle IS NOT NULL",
        ]
    )
}
