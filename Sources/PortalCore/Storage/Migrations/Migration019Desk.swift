extension Migration {
    /// Why the staff changed a family's bookings, kept with the request; the règlements that adults accept before they book.
    static let desk = Migration(
        number: 19,
        name: "desk and regulations",
        statements: [
            "ALTER TABLE requests ADD COLUMN note {text}",
            """
            CREATE TABLE regulations (
                code {text} PRIMARY KEY, title {text} NOT NULL, version {text} NOT NULL, body {text} NOT NULL, activities {text} NOT NULL,
                position {int} NOT NULL
            ) {strict}
            """,
            """
            CREATE TABLE regulation_acceptances (
                adult_id {int} NOT NULL REFERENCES adults (id), code {text} NOT NULL, version {text} NOT NULL, accepted_at {int} NOT NULL,
                PRIMARY KEY (adult_id, code, version)
            ) {clustered}
            """,
        ]
    )
}
