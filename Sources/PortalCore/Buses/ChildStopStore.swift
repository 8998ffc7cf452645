/// The rows that say where children get on and off, each from its day on.
struct ChildStopStore {
    struct Change: Hashable {
        let activity: Identifier<Activity>
        let trip: BusTrip
        let firstDay: CivilDate
        /// nil: no bus.
        let code: BusStopCode?
    }

    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Where the children of an activity get on and off on a day.
    func stops(at activity: Identifier<Activity>, on date: CivilDate) throws -> [Identifier<Child>: ChildStops] {
        let rows = try transaction.query(
            """
            SELECT s.child_id, s.trip, s.line, s.stop FROM child_stops s WHERE s.activity_id = $1 AND s.first_day = (
                SELECT max(t.first_day) FROM child_stops t
                WHERE t.child_id = s.child_id AND t.activity_id = s.activity_id AND t.trip = s.trip AND t.first_day <= $2
            )
            """,
            activity,
            date,
            decode: { (child: try $0[0] as Identifier<Child>, trip: try $0[1] as BusTrip, code: try code($0, from: 2)) }
        )
        return Dictionary(grouping: rows, by: \.child).mapValues { rows in
            ChildStops(Dictionary(rows.compactMap { row in row.code.map { (row.trip, $0) } }, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// What was said of a child, the earliest first.
    func changes(of child: Identifier<Child>) throws -> [Change] {
        try transaction.query(
            "SELECT activity_id, trip, first_day, line, stop FROM child_stops WHERE child_id = $1 ORDER BY first_day, activity_id, trip",
            child
        ) { try Change(activity: $0[0], trip: $0[1], firstDay: $0[2], code: code($0, from: 3)) }
    }

    /// Says where a child gets on or off from a day on; what was said for later days goes.
    func put(_ code: BusStopCode?, on trip: BusTrip, of child: Identifier<Child>, at activity: Identifier<Activity>, from day: CivilDate) throws {
        try transaction.execute(
            "DELETE FROM child_stops WHERE child_id = $1 AND activity_id = $2 AND trip = $3 AND first_day >= $4",
            child,
            activity,
            trip,
            day
        )
        try transaction.execute(
            "INSERT INTO child_stops (child_id, activity_id, trip, first_day, line, stop) VALUES ($1, $2, $3, $4, $5, $6)",
            child,
            activity,
            trip,
            day,
            code?.line,
            code?.stop
        )
    }

    /// The accounts of the adults of a child's households, each once.
    func accounts(around child: Identifier<Child>) throws -> [Identifier<Account>] {
        try transaction.query(
            """
            SELECT DISTINCT a.id FROM household_children c JOIN household_adults m ON m.household_id = c.household_id
                JOIN accounts a ON a.adult_id = m.adult_id
            WHERE c.child_id = $1 AND a.closed_at IS NULL ORDER BY a.id
            """,
            child
        ) { try $0[0] }
    }

    /// The stops that children of each activity use now, or will.
    func uses() throws -> [(activity: String, code: BusStopCode, children: Int)] {
        try transaction.query(
            """
            SELECT a.code, s.line, s.stop, count(DISTINCT s.child_id) FROM child_stops s JOIN activities a ON a.id = s.activity_id
            WHERE s.line IS NOT NULL AND s.first_day = (
                SELECT max(t.first_day) FROM child_stops t WHERE t.child_id = s.child_id AND t.activity_id = s.activity_id AND t.trip = s.trip
            )
            GROUP BY a.code, s.line, s.stop ORDER BY a.code, s.line, s.stop
            """
        ) { (activity: try $0[0], code: BusStopCode(line: try $0[1], stop: try $0[2]), children: try $0[3]) }
    }

    private func code(_ row: any Row, from column: Int) throws -> BusStopCode? {
        let (line, stop): (String?, String?) = (try row[column], try row[column + 1])
        return line.flatMap { line in stop.map { BusStopCode(line: line, stop: $0) } }
    }
}
