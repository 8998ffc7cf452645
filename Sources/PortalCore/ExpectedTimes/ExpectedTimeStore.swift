/// Reads when children are expected.
struct ExpectedTimeStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// What was said of all the children that an adult's households hold, with the days of a span that differ.
    func book(ofChildrenOf adult: Identifier<Adult>, from first: CivilDate, through last: CivilDate) throws -> ExpectedTimeBook {
        let usual = try transaction.query(
            """
            SELECT DISTINCT t.child_id, t.unit_id, t.household_id, t.arrival, t.departure
            FROM household_adults a CROSS JOIN household_children c CROSS JOIN usual_times t
            WHERE a.adult_id = $1 AND c.household_id = a.household_id AND t.child_id = c.child_id
            """,
            adult,
            decode: habit
        )
        let days = try transaction.query(
            """
            SELECT DISTINCT t.child_id, t.unit_id, t.day, t.arrival, t.departure
            FROM household_adults a CROSS JOIN household_children c CROSS JOIN booking_times t
            WHERE a.adult_id = $1 AND c.household_id = a.household_id AND t.child_id = c.child_id AND t.day BETWEEN $2 AND $3
            """,
            adult,
            first,
            last,
            decode: day
        )
        return ExpectedTimeBook(usual, days)
    }

    /// The same of one child.
    func book(of child: Identifier<Child>, from first: CivilDate, through last: CivilDate) throws -> ExpectedTimeBook {
        let usual = try transaction.query(
            "SELECT child_id, unit_id, household_id, arrival, departure FROM usual_times WHERE child_id = $1 ORDER BY unit_id, household_id",
            child,
            decode: habit
        )
        let days = try transaction.query(
            "SELECT child_id, unit_id, day, arrival, departure FROM booking_times WHERE child_id = $1 AND day BETWEEN $2 AND $3",
            child,
            first,
            last,
            decode: day
        )
        return ExpectedTimeBook(usual, days)
    }

    /// When each child that is booked at an activity is expected, over some days; only what was said.
    func times(at activity: Activity, over days: ClosedRange<CivilDate>) throws -> [BookingSlot: ExpectedTimes] {
        guard activity.asksTimes else { return [:] }
        let units = Dictionary(uniqueKeysWithValues: activity.units.map { ($0.id, $0) })
        let rows = try transaction.query(
            """
            SELECT b.child_id, b.unit_id, b.day, coalesce(d.arrival, t.arrival), coalesce(d.departure, t.departure)
            FROM units u CROSS JOIN bookings b
                LEFT JOIN usual_times t ON t.child_id = b.child_id AND t.unit_id = b.unit_id AND t.household_id = b.household_id
                LEFT JOIN booking_times d ON d.child_id = b.child_id AND d.day = b.day AND d.unit_id = b.unit_id
            WHERE u.activity_id = $1 AND b.unit_id = u.id AND b.day BETWEEN $2 AND $3
            """,
            activity.id,
            days.lowerBound,
            days.upperBound,
            decode: day
        )
        let shown = rows.compactMap { slot, times in units[slot.unit]?.shown(times).map { (slot, $0) } }
        return Dictionary(shown, uniquingKeysWith: { first, _ in first })
    }

    private func habit(_ row: any Row) throws -> (ExpectedTimeBook.Habit, ExpectedTimes) {
        (
            try ExpectedTimeBook.Habit(child: row[0], unit: row[1], household: row[2]),
            try ExpectedTimes(arrival: row[3], departure: row[4])
        )
    }

    private func day(_ row: any Row) throws -> (BookingSlot, ExpectedTimes) {
        (try BookingSlot(child: row[0], unit: row[1], date: row[2]), try ExpectedTimes(arrival: row[3], departure: row[4]))
    }
}

extension ExpectedTimeBook {
    fileprivate init(_ usual: [(Habit, ExpectedTimes)], _ days: [(BookingSlot, ExpectedTimes)]) {
        self.init(
            usual: Dictionary(usual, uniquingKeysWith: { first, _ in first }),
            days: Dictionary(days, uniquingKeysWith: { first, _ in first })
        )
    }
}
