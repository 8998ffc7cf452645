/// The days that their leaders have closed.
struct ClosedDayStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// When a day was closed; nil while it is open.
    func closing(of activity: Identifier<Activity>, on date: CivilDate) throws -> Instant? {
        try transaction.first("SELECT closed_at FROM closed_days WHERE activity_id = $1 AND day = $2", activity, date) { try $0[0] }
    }

    /// The closed days of every activity over a span.
    func closings(from first: CivilDate, through last: CivilDate) throws -> [Identifier<Activity>: Set<CivilDate>] {
        let rows = try transaction.query(
            "SELECT activity_id, day FROM closed_days WHERE day BETWEEN $1 AND $2",
            first,
            last,
            decode: { (activity: try $0[0] as Identifier<Activity>, day: try $0[1] as CivilDate) }
        )
        return Dictionary(grouping: rows, by: \.activity).mapValues { Set($0.map(\.day)) }
    }

    /// Notes the absence of whoever is expected and was not called; how many there were.
    func noteAbsences(in activity: Identifier<Activity>, on date: CivilDate, at now: Instant) throws -> Int {
        let count = try transaction.execute(
            """
            INSERT INTO attendance (unit_id, day, child_id, group_id, reported, presence, arrived_at, left_at, called_by, moment)
            SELECT b.unit_id, b.day, b.child_id, b.group_id, b.state, 2, NULL, NULL, NULL, CAST($3 AS BIGINT) FROM units u CROSS JOIN bookings b
            WHERE u.activity_id = $1 AND b.unit_id = u.id AND b.day = $2 AND b.state = 1
            """,
            activity,
            date,
            now.seconds * 1000
        )
        try transaction.execute(
            "UPDATE bookings SET state = 2 WHERE day = $2 AND state = 1 AND unit_id IN (SELECT id FROM units WHERE activity_id = $1)",
            activity,
            date
        )
        return count
    }

    /// Gives back what the closing had noted.
    func takeBackAbsences(in activity: Identifier<Activity>, on date: CivilDate) throws {
        try transaction.execute(
            """
            UPDATE bookings SET state = 1 WHERE day = $2 AND state = 2 AND unit_id IN (SELECT id FROM units WHERE activity_id = $1)
                AND EXISTS (
                    SELECT 1 FROM attendance a WHERE a.unit_id = bookings.unit_id AND a.day = bookings.day AND a.child_id = bookings.child_id
                        AND a.called_by IS NULL AND a.reported = 1
                )
            """,
            activity,
            date
        )
        try transaction.execute(
            "DELETE FROM attendance WHERE day = $2 AND called_by IS NULL AND unit_id IN (SELECT id FROM units WHERE activity_id = $1)",
            activity,
            date
        )
    }

    func close(_ activity: Identifier<Activity>, on date: CivilDate, by member: Identifier<StaffMember>, at now: Instant) throws {
        try transaction.execute(
            "INSERT INTO closed_days (activity_id, day, closed_at, closed_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            activity,
            date,
            now,
            member
        )
    }

    /// False when the day was not closed.
    func reopen(_ activity: Identifier<Activity>, on date: CivilDate) throws -> Bool {
        try transaction.execute("DELETE FROM closed_days WHERE activity_id = $1 AND day = $2", activity, date) == 1
    }

    /// How many are expected at a unit and not called.
    func uncalledCount(of unit: Identifier<BookableUnit>, on date: CivilDate) throws -> Int {
        try transaction.first("SELECT count(*) FROM bookings WHERE unit_id = $1 AND day = $2 AND state = 1", unit, date) { try $0[0] } ?? 0
    }

    /// Whether anybody is expected at a unit, or was.
    func isUsed(_ unit: Identifier<BookableUnit>, on date: CivilDate) throws -> Bool {
        try transaction.first("SELECT 1 FROM bookings WHERE unit_id = $1 AND day = $2 LIMIT 1", unit, date, decode: { _ in true }) ?? false
    }

    /// Who is expected and not called, by unit and name.
    func uncalled(in activity: Identifier<Activity>, on date: CivilDate) throws -> [(child: Child, unit: Identifier<BookableUnit>)] {
        try transaction.query(
            """
            SELECT c.id, c.first_name, c.last_name, c.birth_day, p.school, p.class, b.unit_id
            FROM units u CROSS JOIN bookings b CROSS JOIN children c
                LEFT JOIN school_placements p ON p.child_id = c.id AND p.first_day <= b.day AND p.last_day >= b.day
            WHERE u.activity_id = $1 AND b.unit_id = u.id AND b.day = $2 AND b.state = 1 AND c.id = b.child_id
            ORDER BY u.position, c.last_name, c.first_name, c.id
            """,
            activity,
            date
        ) { row in
            let schooling = Schooling(school: try row[4], schoolClass: try row[5], on: date)
            return (try Child(id: row[0], firstName: row[1], lastName: row[2], birthDay: row[3], schooling: schooling), try row[6])
        }
    }
}
