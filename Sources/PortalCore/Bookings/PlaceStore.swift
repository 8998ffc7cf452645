/// The counters that keep a group from being oversold, whoever writes and from however many processes.
package struct PlaceStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Takes one place; false when none is left. The count and its limit are one statement, so that two writers cannot both pass.
    package func take(_ place: Place, capacity: Int) throws -> Bool {
        try transaction.execute(
            "INSERT INTO place_counters (unit_id, group_id, day, taken) VALUES ($1, $2, $3, 0) ON CONFLICT DO NOTHING",
            place.unit,
            place.group,
            place.date
        )
        return try transaction.execute(
            "UPDATE place_counters SET taken = taken + 1 WHERE unit_id = $1 AND group_id = $2 AND day = $3 AND taken < $4",
            place.unit,
            place.group,
            place.date,
            capacity
        ) == 1
    }

    /// Gives one place back.
    package func release(_ place: Place) throws {
        try transaction.execute(
            "UPDATE place_counters SET taken = taken - 1 WHERE unit_id = $1 AND group_id = $2 AND day = $3",
            place.unit,
            place.group,
            place.date
        )
    }

    /// The places taken, over a span of days, in the groups where an adult's children are enrolled. A place without a counter is not taken.
    package func taken(forChildrenOf adult: Identifier<Adult>, from first: CivilDate, through last: CivilDate) throws -> [Place: Int] {
        let counters = try transaction.query(
            """
            SELECT p.unit_id, p.group_id, p.day, p.taken
            FROM household_adults a CROSS JOIN household_children c CROSS JOIN enrolments e CROSS JOIN units u CROSS JOIN place_counters p
            WHERE a.adult_id = $1 AND c.household_id = a.household_id AND e.child_id = c.child_id AND e.first_day <= $3 AND e.last_day >= $2
                AND u.activity_id = e.activity_id AND p.unit_id = u.id AND p.group_id = e.group_id AND p.day BETWEEN $2 AND $3
            """,
            adult,
            first,
            last,
            decode: { try (Place(unit: $0[0], group: $0[1], date: $0[2]), $0[3] as Int) }
        )
        return Dictionary(counters, uniquingKeysWith: { first, _ in first })
    }

    /// The places taken in an activity on a day.
    package func taken(in activity: Identifier<Activity>, on date: CivilDate) throws -> [Place: Int] {
        let counters = try transaction.query(
            """
            SELECT p.unit_id, p.group_id, p.day, p.taken FROM units u CROSS JOIN groups g CROSS JOIN place_counters p
            WHERE u.activity_id = $1 AND g.activity_id = $1 AND p.unit_id = u.id AND p.group_id = g.id AND p.day = $2
            """,
            activity,
            date,
            decode: { try (Place(unit: $0[0], group: $0[1], date: $0[2]), $0[3] as Int) }
        )
        return Dictionary(counters, uniquingKeysWith: { first, _ in first })
    }
}
