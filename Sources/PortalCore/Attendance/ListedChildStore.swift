/// Reads who is on the lists of an activity: whoever is booked, and whoever came without booking.
struct ListedChildStore {
    struct Line: Hashable {
        let child: Child
        let group: Identifier<ActivityGroup>
        let unit: Identifier<BookableUnit>
        let date: CivilDate
        let state: ListedState
        /// When its family expects it to come and to leave; nil where it said nothing.
        var times: ExpectedTimes?
    }

    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Over a span of days, by the children's names, then by day, the units of a day in their order.
    func lines(at activity: Activity, over days: ClosedRange<CivilDate>) throws -> [Line] {
        let unexpected = try UnexpectedPresenceStore(transaction).presences(at: activity.id, over: days).map {
            Line(child: $0.child, group: $0.group, unit: $0.unit, date: $0.date, state: .unexpected)
        }
        let times = try ExpectedTimeStore(transaction).times(at: activity, over: days)
        let booked = try booked(at: activity.id, over: days).map { line in
            var line = line
            line.times = times[BookingSlot(child: line.child.id, unit: line.unit, date: line.date)]
            return line
        }
        guard !unexpected.isEmpty else { return booked }
        let positions = Dictionary(uniqueKeysWithValues: activity.units.enumerated().map { ($1.id, $0) })
        func place(_ line: Line) -> (CivilDate, Int) { (line.date, positions[line.unit] ?? 0) }
        return (booked + unexpected).sorted { left, right in
            let (one, other) = (left.child, right.child)
            if one.id == other.id { return place(left) < place(right) }
            return (one.lastName, one.firstName, one.id) < (other.lastName, other.firstName, other.id)
        }
    }

    private func booked(at activity: Identifier<Activity>, over days: ClosedRange<CivilDate>) throws -> [Line] {
        try transaction.query(
            """
            SELECT c.id, c.first_name, c.last_name, c.birth_day, p.school, p.class, b.group_id, b.unit_id, b.day, b.state
            FROM units u CROSS JOIN bookings b CROSS JOIN children c
                LEFT JOIN school_placements p ON p.child_id = c.id AND p.first_day <= b.day AND p.last_day >= b.day
            WHERE u.activity_id = $1 AND b.unit_id = u.id AND b.day BETWEEN $2 AND $3 AND c.id = b.child_id
            ORDER BY c.last_name, c.first_name, c.id, b.day, u.position
            """,
            activity,
            days.lowerBound,
            days.upperBound
        ) { row in
            let date: CivilDate = try row[8]
            let schooling = Schooling(school: try row[4], schoolClass: try row[5], on: date)
            let child = try Child(id: row[0], firstName: row[1], lastName: row[2], birthDay: row[3], schooling: schooling)
            return try Line(child: child, group: row[6], unit: row[7], date: date, state: .booked(row[9]))
        }
    }
}
