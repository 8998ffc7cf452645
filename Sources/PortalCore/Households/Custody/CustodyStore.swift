/// Reads and writes custody calendars. A child without one lives wherever its households say.
package struct CustodyStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    package func calendar(of child: Identifier<Child>) throws -> CustodyCalendar? {
        let rhythm = try transaction.first(
            "SELECT even_household, odd_household, change_day, first_half_even_years FROM custody_calendars WHERE child_id = $1",
            child
        ) { try CustodyCalendar(evenWeeks: $0[0], oddWeeks: $0[1], changeDay: $0[2], firstHalfInEvenYears: $0[3]) }
        return try rhythm?.with(exceptions(of: child))
    }

    /// Those of several children that have one.
    func calendars(of children: [Identifier<Child>]) throws -> [Identifier<Child>: CustodyCalendar] {
        var calendars: [Identifier<Child>: CustodyCalendar] = [:]
        for child in children { calendars[child] = try calendar(of: child) }
        return calendars
    }

    /// Notes where a child lives in turn, in place of what was noted; the exceptions are kept.
    package func put(_ calendar: CustodyCalendar, of child: Identifier<Child>) throws {
        try transaction.execute(
            """
            INSERT INTO custody_calendars (child_id, even_household, odd_household, change_day, first_half_even_years) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (child_id) DO UPDATE SET even_household = excluded.even_household, odd_household = excluded.odd_household,
                change_day = excluded.change_day, first_half_even_years = excluded.first_half_even_years
            """,
            child,
            calendar.evenWeeks,
            calendar.oddWeeks,
            calendar.changeDay,
            calendar.firstHalfInEvenYears
        )
    }

    func insert(_ exception: CustodyException, of child: Identifier<Child>) throws {
        try transaction.execute(
            "INSERT INTO custody_exceptions (child_id, first_day, last_day, household_id) VALUES ($1, $2, $3, $4)",
            child,
            exception.days.lowerBound,
            exception.days.upperBound,
            exception.household
        )
    }

    func removeException(from first: CivilDate, of child: Identifier<Child>) throws {
        try transaction.execute("DELETE FROM custody_exceptions WHERE child_id = $1 AND first_day = $2", child, first)
    }

    /// The households that a child lives in, with their names, the first that the town has made first.
    func homes(of child: Identifier<Child>) throws -> [CustodyHome] {
        try transaction.query(
            """
            SELECT h.id, h.name FROM household_children m JOIN households h ON h.id = m.household_id WHERE m.child_id = $1 ORDER BY h.id
            """,
            child
        ) { try CustodyHome(household: $0[0], name: $0[1]) }
    }

    private func exceptions(of child: Identifier<Child>) throws -> [CustodyException] {
        try transaction.query(
            "SELECT first_day, last_day, household_id FROM custody_exceptions WHERE child_id = $1 ORDER BY first_day",
            child
        ) { row in
            let (first, last): (CivilDate, CivilDate) = (try row[0], try row[1])
            return try CustodyException(days: first...max(first, last), household: row[2])
        }
    }
}

extension Weekday: DatabaseConvertible {}

/// One of the homes of a child.
package struct CustodyHome: Hashable, Sendable {
    package let household: Identifier<Household>
    package let name: String

    package init(household: Identifier<Household>, name: String) {
        self.household = household
        self.name = name
    }
}
