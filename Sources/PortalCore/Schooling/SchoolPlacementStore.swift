/// Reads and writes children's schools by school year.
package struct SchoolPlacementStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// All that is known of a child's schools.
    package func schooling(of child: Identifier<Child>) throws -> Schooling {
        try Schooling(
            transaction.query(
                "SELECT first_day, last_day, school, class FROM school_placements WHERE child_id = $1 ORDER BY first_day",
                child
            ) { try SchoolPlacement(days: $0[0]...$0[1], school: $0[2], schoolClass: $0[3]) }
        )
    }

    /// The households of a child; none for one that is not there, or whose data is erased.
    func homes(of child: Identifier<Child>) throws -> [Identifier<Household>] {
        try transaction.query(
            """
            SELECT m.household_id FROM household_children m JOIN children c ON c.id = m.child_id
            WHERE m.child_id = $1 AND c.erased_at IS NULL ORDER BY m.household_id
            """,
            child,
            decode: { try $0[0] }
        )
    }

    /// Notes where a child goes to school from a school year on, in place of what was noted for that year.
    ///
    /// - Parameter passage: the change of year that wrote it, and that can be undone; nil for what somebody said of this child.
    package func put(
        _ school: String,
        _ schoolClass: String,
        of child: Identifier<Child>,
        in year: SchoolYear,
        passage: Identifier<YearPassage>? = nil
    ) throws {
        try transaction.execute(
            """
            INSERT INTO school_placements (child_id, first_day, last_day, school, class, passage_id) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (child_id, first_day) DO UPDATE SET school = excluded.school, class = excluded.class, passage_id = excluded.passage_id
            """,
            child,
            year.firstDay,
            SchoolPlacement.lastDay,
            school,
            schoolClass,
            passage
        )
        try transaction.execute(
            """
            UPDATE school_placements SET last_day = coalesce((
                SELECT min(n.first_day) - 1 FROM school_placements n
                WHERE n.child_id = school_placements.child_id AND n.first_day > school_placements.first_day
            ), $2) WHERE child_id = $1
            """,
            child,
            SchoolPlacement.lastDay
        )
    }

    /// Takes back what a change of year wrote; what was said of a child since then stays.
    func remove(_ passage: Identifier<YearPassage>) throws {
        try transaction.execute("DELETE FROM school_placements WHERE passage_id = $1", passage)
        try transaction.execute(
            """
            UPDATE school_placements SET last_day = coalesce((
                SELECT min(n.first_day) - 1 FROM school_placements n
                WHERE n.child_id = school_placements.child_id AND n.first_day > school_placements.first_day
            ), $1)
            """,
            SchoolPlacement.lastDay
        )
    }
}
