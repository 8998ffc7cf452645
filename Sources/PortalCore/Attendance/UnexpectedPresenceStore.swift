/// Reads which children were there without booking: the roll call noted them present, and nobody has booked since.
struct UnexpectedPresenceStore {
    struct Presence: Hashable {
        let child: Child
        let group: Identifier<ActivityGroup>
        let unit: Identifier<BookableUnit>
        let date: CivilDate
    }

    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Those of an activity over a span of days, by the children's names, then by day.
    func presences(at activity: Identifier<Activity>, over days: ClosedRange<CivilDate>) throws -> [Presence] {
        try transaction.query(
            """
            SELECT c.id, c.first_name, c.last_name, c.birth_day, p.school, p.class, a.group_id, a.unit_id, a.day
            FROM units u CROSS JOIN attendance a CROSS JOIN children c
                LEFT JOIN school_placements p ON p.child_id = c.id AND p.first_day <= a.day AND p.last_day >= a.day
            WHERE u.activity_id = $1 AND a.unit_id = u.id AND a.day BETWEEN $2 AND $3 AND a.presence = 1 AND c.id = a.child_id
                AND NOT EXISTS (SELECT 1 FROM bookings b WHERE b.child_id = a.child_id AND b.day = a.day AND b.unit_id = a.unit_id)
            ORDER BY c.last_name, c.first_name, c.id, a.day, u.position
            """,
            activity,
            days.lowerBound,
            days.upperBound
        ) { row in
            let date: CivilDate = try row[8]
            let schooling = Schooling(school: try row[4], schoolClass: try row[5], on: date)
            let child = try Child(id: row[0], firstName: row[1], lastName: row[2], birthDay: row[3], schooling: schooling)
            return try Presence(child: child, group: row[6], unit: row[7], date: date)
        }
    }

    /// Those of every activity: who was where.
    func slots(over days: ClosedRange<CivilDate>) throws -> [BookingSlot] {
        try transaction.query(
            """
            SELECT a.child_id, a.unit_id, a.day FROM units u CROSS JOIN attendance a
            WHERE a.unit_id = u.id AND a.day BETWEEN $1 AND $2 AND a.presence = 1
                AND NOT EXISTS (SELECT 1 FROM bookings b WHERE b.child_id = a.child_id AND b.day = a.day AND b.unit_id = a.unit_id)
            """,
            days.lowerBound,
            days.upperBound
        ) { try BookingSlot(child: $0[0], unit: $0[1], date: $0[2]) }
    }
}
