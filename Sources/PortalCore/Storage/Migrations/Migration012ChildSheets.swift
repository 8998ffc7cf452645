extension Migration {
    /// What parents tell about their children's health, sealed value by value.
    static let childSheets = Migration(
        number: 12,
        name: "child sheets",
        statements: [
            """
            CREATE TABLE child_sheets (
                child_id {int} NOT NULL REFERENCES children (id), field {text} NOT NULL, sealed {blob} NOT NULL, given_at {int} NOT NULL,
                given_by {int} NOT NULL REFERENCES accounts (id), PRIMARY KEY (child_id, field)
            ) {clustered}
            """
        ]
    )
}
