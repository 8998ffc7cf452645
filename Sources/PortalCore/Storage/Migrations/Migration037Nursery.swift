extension Migration {
    /// Care contracts of nurseries, the leave that families announce, and when the children were there.
    static let nursery = Migration(
        number: 37,
        name: "nursery",
        statements: [
            """
            CREATE TABLE nursery_policies (
                activity {text} PRIMARY KEY, notice {text} NOT NULL, decision {text} NOT NULL, yearly_leave {int} NOT NULL, overrun {int} NOT NULL
            ) {strict}
            """,
            """
            CREATE TABLE care_contracts (
                id {id}, child_id {int} NOT NULL REFERENCES children (id), household_id {int} NOT NULL REFERENCES households (id),
                activity_id {int} NOT NULL REFERENCES activities (id), first_day {int} NOT NULL, last_day {int}, signed_at {int} NOT NULL
            ) {strict}
            """,
            "CREATE INDEX care_contracts_by_household ON care_contracts (household_id)",
            "CREATE INDEX care_contracts_by_child ON care_contracts (child_id)",
            "CREATE INDEX care_contracts_by_activity ON care_contracts (activity_id, first_day)",
            """
            CREATE TABLE care_terms (
                contract_id {int} NOT NULL REFERENCES care_contracts (id), first_day {int} NOT NULL, week {text} NOT NULL, odd_week {text},
                yearly_leave {int} NOT NULL, PRIMARY KEY (contract_id, first_day)
            ) {clustered}
            """,
            """
            CREATE TABLE family_leaves (
                id {id}, contract_id {int} NOT NULL REFERENCES care_contracts (id), account_id {int} NOT NULL REFERENCES accounts (id),
                first_day {int} NOT NULL, last_day {int} NOT NULL, announced_at {int} NOT NULL, state {int} NOT NULL, note {text} NOT NULL,
                judged_by {int} REFERENCES staff_members (id), judged_at {int}, sent_key {text} NOT NULL, UNIQUE (account_id, sent_key)
            ) {strict}
            """,
            "CREATE INDEX family_leaves_by_contract ON family_leaves (contract_id, id)",
            "CREATE INDEX family_leaves_by_state ON family_leaves (state, id)",
            // A day is given up once.
            """
            CREATE TABLE family_leave_days (
                contract_id {int} NOT NULL REFERENCES care_contracts (id), day {int} NOT NULL,
                leave_id {int} NOT NULL REFERENCES family_leaves (id), charge {int} NOT NULL, PRIMARY KEY (contract_id, day)
            ) {clustered}
            """,
            "CREATE INDEX family_leave_days_by_leave ON family_leave_days (leave_id)",
            // The times at which a child came and went; absent: it was expected and did not come.
            """
            CREATE TABLE nursery_stays (
                contract_id {int} NOT NULL REFERENCES care_contracts (id), day {int} NOT NULL, arrived {int}, departed {int},
                absent {int} NOT NULL, reason {text} NOT NULL, told_by {int} REFERENCES accounts (id),
                called_by {int} REFERENCES staff_members (id), changed_at {int} NOT NULL, PRIMARY KEY (contract_id, day)
            ) {clustered}
            """,
        ]
    )
}
