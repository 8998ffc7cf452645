extension Migration {
    /// Schools and classes by school year, and the changes of year.
    ///
    /// A placement holds from the first of September of a school year to the day before the child's next one, so that a list finds the school
    /// of its day in one comparison. What is known when the migration runs becomes the school year that then is.
    static let schooling = Migration(
        number: 51,
        name: "schooling",
        statements: [
            """
            CREATE TABLE year_passages (
                id {id}, school_year {int} NOT NULL, children {int} NOT NULL, confirmed_at {int} NOT NULL,
                confirmed_by {int} NOT NULL REFERENCES staff_members (id), undone_at {int}, undone_by {int} REFERENCES staff_members (id)
            ) {strict}
            """,
            "CREATE UNIQUE INDEX year_passages_standing ON year_passages (school_year) WHERE undone_at IS NULL",
            """
            CREATE TABLE school_placements (
                child_id {int} NOT NULL REFERENCES children (id), first_day {int} NOT NULL, last_day {int} NOT NULL, school {text} NOT NULL,
                class {text} NOT NULL, passage_id {int} REFERENCES year_passages (id), PRIMARY KEY (child_id, first_day),
                CHECK (first_day <= last_day)
            ) {clustered}
            """,
            // Which primary school follows a nursery school, where the town says so.
            "CREATE TABLE school_successions (nursery_school {text} PRIMARY KEY, primary_school {text} NOT NULL) {strict}",
            // Days from 1 January 1970 to 1 September: 365 a year, the leap days, and 243 of the year itself. 2932896 is 31 December 9999.
            """
            INSERT INTO school_placements (child_id, first_day, last_day, school, class, passage_id)
            SELECT c.id, 365 * (y.y - 1970) + y.y / 4 - y.y / 100 + y.y / 400 - 477 + 243, 2932896, c.school, c.class, NULL
            FROM children c CROSS JOIN (SELECT {school year} AS y) y WHERE c.school <> '' OR c.class <> ''
            """,
            // A change of school says its year in a first line.
            """
            UPDATE change_requests SET
                old_value = {school year} || '-' || ({school year} + 1) || '
            ' || old_value,
                new_value = {school year} || '-' || ({school year} + 1) || '
            ' || new_value
            WHERE field = 'école' AND new_value <> ''
            """,
            "ALTER TABLE children DROP COLUMN school",
            "ALTER TABLE children DROP COLUMN class",
        ]
    )
}
