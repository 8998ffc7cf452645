extension Migration {
    /// Households' marks with their days, who noted them and from which document; and the marks that a town names.
    static let datedMarks = Migration(
        number: 41,
        name: "dated marks",
        statements: [
            """
            CREATE TABLE dated_marks (
                id {id}, household_id {int} NOT NULL REFERENCES households (id), mark {text} NOT NULL, first_day {int} NOT NULL, last_day {int},
                document {text} NOT NULL, recorded_at {int} NOT NULL, recorded_by {int} REFERENCES staff_members (id)
            ) {strict}
            """,
            "CREATE INDEX dated_marks_by_household ON dated_marks (household_id, first_day)",
            // What was noted without days holds from the school year of 2025 on (1 September).
            """
            INSERT INTO dated_marks (household_id, mark, first_day, document, recorded_at)
            SELECT household_id, mark, 20332, 'reprise', 1756677600 FROM household_marks
            """,
            "DROP TABLE household_marks",
            "ALTER TABLE portal ADD COLUMN marks {text} NOT NULL DEFAULT ''",
        ]
    )
}
