/// Reads a day's bookings with their children.
struct DayListStore {
    struct BookedChild {
        let child: Child
        let group: Identifier<ActivityGroup>
        let unit: Identifier<BookableUnit>
        let state: BookingState
    }

    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Every booking of an activity on a day, in the order of the children's names.
    func bookings(of activity: Identifier<Activity>, on date: CivilDate) throws -> [BookedChild] {
        try transaction.query(
            """
            SELECT c.id, c.first_name, c.last_name, c.birth_day, p.school, p.class, b.group_id, b.unit_id, b.state
            FROM units u CROSS JOIN bookings b CROSS JOIN children c
                LEFT JOIN school_placements p ON p.child_id = c.id AND p.first_day <= b.day AND p.last_day >= b.day
            WHERE u.activity_id = $1 AND b.unit_id = u.id AND b.day = $2 AND c.id = b.child_id
            ORDER BY c.last_name, c.first_name, c.id
            """,
            activity,
            date
        ) { row in
            let child = try Child(
                id: row[0],
                firstName: row[1],
                lastName: row[2],
                birthDay: row[3],
                schooling: Schooling(school: row[4], schoolClass: row[5], on: date)
            )
            return try BookedChild(child: child, group: row[6], unit: row[7], state: row[8])
        }
    }
}
