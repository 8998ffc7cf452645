extension PlaceStore {
    /// A place's count; nil when nothing was ever taken or set.
    func count(of place: Place) throws -> PlaceCount? {
        try transaction.first(
            "SELECT taken, capacity, staff FROM place_counters WHERE counter_id = $1 AND group_id = $2 AND day = $3",
            place.counter,
            place.group,
            place.date
        ) { try PlaceCount(taken: $0[0], capacity: $0[1], staff: $0[2]) }
    }

    /// The counts, over a span of days, in the groups where an adult's children are enrolled. A place without a row is free.
    package func counts(forChildrenOf adult: Identifier<Adult>, from first: CivilDate, through last: CivilDate) throws -> [Place: PlaceCount] {
        let counts = try transaction.query(
            """
            SELECT p.counter_id, p.group_id, p.day, p.taken, p.capacity, p.staff
            FROM household_adults a CROSS JOIN household_children c CROSS JOIN enrolments e CROSS JOIN counters u CROSS JOIN place_counters p
            WHERE a.adult_id = $1 AND c.household_id = a.household_id AND e.child_id = c.child_id AND e.first_day <= $3 AND e.last_day >= $2
                AND u.activity_id = e.activity_id AND p.counter_id = u.id AND p.group_id = e.group_id AND p.day BETWEEN $2 AND $3
            """,
            adult,
            first,
            last,
            decode: count
        )
        return Dictionary(counts, uniquingKeysWith: { first, _ in first })
    }

    /// The counts of an activity over a span of days.
    package func counts(in activity: Identifier<Activity>, from first: CivilDate, through last: CivilDate) throws -> [Place: PlaceCount] {
        let counts = try transaction.query(
            """
            SELECT p.counter_id, p.group_id, p.day, p.taken, p.capacity, p.staff FROM counters u CROSS JOIN groups g CROSS JOIN place_counters p
            WHERE u.activity_id = $1 AND g.activity_id = $1 AND p.counter_id = u.id AND p.group_id = g.id AND p.day BETWEEN $2 AND $3
            """,
            activity,
            first,
            last,
            decode: count
        )
        return Dictionary(counts, uniquingKeysWith: { first, _ in first })
    }

    private func count(_ row: any Row) throws -> (Place, PlaceCount) {
        try (
            Place(counter: row[0], group: row[1], date: row[2]),
            PlaceCount(taken: row[3], capacity: row[4], staff: row[5])
        )
    }
}
