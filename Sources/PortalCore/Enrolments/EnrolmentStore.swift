/// The enrolments' rows.
package struct EnrolmentStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    package func insert(_ enrolment: Enrolment) throws {
        try transaction.execute(
            "INSERT INTO enrolments (child_id, activity_id, group_id, first_day, last_day) VALUES ($1, $2, $3, $4, $5)",
            enrolment.child,
            enrolment.activity,
            enrolment.group,
            enrolment.firstDay,
            enrolment.lastDay
        )
    }

    /// A child's enrolments, the earliest first.
    package func enrolments(of child: Identifier<Child>) throws -> [Enrolment] {
        try transaction.query(
            """
            SELECT child_id, activity_id, group_id, first_day, last_day FROM enrolments
            WHERE child_id = $1 ORDER BY first_day, activity_id
            """,
            child,
            decode: enrolment
        )
    }

    /// The enrolments, of all the children that an adult's households hold, that cover at least a day of a span. Children of two of its
    /// households come once.
    package func enrolments(ofChildrenOf adult: Identifier<Adult>, from first: CivilDate, through last: CivilDate) throws -> [Enrolment] {
        try transaction.query(
            """
            SELECT DISTINCT e.child_id, e.activity_id, e.group_id, e.first_day, e.last_day
            FROM household_adults a CROSS JOIN household_children c CROSS JOIN enrolments e
            WHERE a.adult_id = $1 AND c.household_id = a.household_id AND e.child_id = c.child_id AND e.first_day <= $3 AND e.last_day >= $2
            ORDER BY e.child_id, e.first_day
            """,
            adult,
            first,
            last,
            decode: enrolment
        )
    }

    private func enrolment(_ row: any Row) throws -> Enrolment {
        try Enrolment(child: row[0], activity: row[1], group: row[2], firstDay: row[3], lastDay: row[4])
    }
}
