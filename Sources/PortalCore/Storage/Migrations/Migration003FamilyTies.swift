extension Migration {
    /// What each adult is to each child, and the people around it.
    static let familyTies = Migration(
        number: 3,
        name: "family ties",
        statements: [
            """
            CREATE TABLE child_relations (
                adult_id {int} NOT NULL REFERENCES adults (id), child_id {int} NOT NULL REFERENCES children (id), kinship {text} NOT NULL,
                standing {text} NOT NULL, sees {int} NOT NULL, books {int} NOT NULL, pays {int} NOT NULL, picks_up {int} NOT NULL,
                PRIMARY KEY (adult_id, child_id)
            ) {clustered}
            """,
            "CREATE INDEX child_relations_by_child ON child_relations (child_id)",
            """
            CREATE TABLE child_contacts (
                id {id}, child_id {int} NOT NULL REFERENCES children (id), household_id {int} NOT NULL REFERENCES households (id),
                first_name {text} NOT NULL, last_name {text} NOT NULL, kinship {text} NOT NULL, phone {text} NOT NULL,
                picks_up {int} NOT NULL, call_first {int} NOT NULL, forbidden {int} NOT NULL,
                added_at {int} NOT NULL, removal_asked_at {int}, removal_asked_by {int} REFERENCES accounts (id)
            ) {strict}
            """,
            "CREATE INDEX child_contacts_by_child ON child_contacts (child_id, household_id)",
        ]
    )
}
