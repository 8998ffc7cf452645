extension Migration {
    /// Closures of some activities only, and days on which an activity opens that its pattern leaves out.
    static let openings = Migration(
        number: 17,
        name: "closures by activity, extra days",
        statements: [
            "ALTER TABLE closures ADD COLUMN activities {text} NOT NULL DEFAULT ''",
            """
            CREATE TABLE extra_days (
                activity_id {int} NOT NULL REFERENCES activities (id), day {int} NOT NULL, PRIMARY KEY (activity_id, day)
            ) {clustered}
            """,
        ]
    )
}
