/// Reads what the staff's lists say.
struct ReportStore {
    struct Person: Hashable {
        let name: String
        let kinship: String
        let phone: PhoneNumber?
        let callsFirst: Bool
        let picksUp: Bool
        let isForbidden: Bool

        /// "Marie Dupont (mère) 06 12 34 56 78".
        var words: String { ["\(name) (\(kinship.lowercased()))", phone?.french].compactMap(\.self).joined(separator: " ") }
    }

    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// How many children are expected, or were there, at each unit on each day: those with a booking, and those who came without.
    func expectedCounts(over days: ClosedRange<CivilDate>, _ unexpected: [BookingSlot]) throws -> [UnitOnDay: Int] {
        let rows = try transaction.query(
            """
            SELECT u.id, b.day, count(*) FROM units u CROSS JOIN bookings b
            WHERE b.unit_id = u.id AND b.day BETWEEN $1 AND $2 AND b.state IN (1, 4) GROUP BY u.id, b.day
            """,
            days.lowerBound,
            days.upperBound,
            decode: { (UnitOnDay(try $0[0], try $0[1]), try $0[2] as Int) }
        )
        return Dictionary(rows + unexpected.map { (UnitOnDay($0.unit, $0.date), 1) }, uniquingKeysWith: +)
    }

    /// How many children who do not eat something are expected: by unit, by what they do not eat, by day.
    func dietCounts(
        _ foods: [Identifier<Child>: String],
        over days: ClosedRange<CivilDate>,
        _ unexpected: [BookingSlot]
    ) throws -> [Identifier<BookableUnit>: [String: [CivilDate: Int]]] {
        var counts: [Identifier<BookableUnit>: [String: [CivilDate: Int]]] = [:]
        for (child, diet) in foods {
            let booked = try BookingStore(transaction).bookings(of: child, from: days.lowerBound, through: days.upperBound)
            let slots = booked.filter(\.state.expectsChild).map(\.slot) + unexpected.filter { $0.child == child }
            for slot in slots { counts[slot.unit, default: [:]][diet, default: [:]][slot.date, default: 0] += 1 }
        }
        return counts
    }

    /// For each child on a day's list: its adults, who are called first, and the people around it.
    func people(at activity: Identifier<Activity>, on date: CivilDate) throws -> [Identifier<Child>: [Person]] {
        let adults = try transaction.query(
            """
            SELECT DISTINCT h.child_id, a.first_name || ' ' || a.last_name, coalesce(r.kinship, 'parent'), a.phone,
                CASE WHEN r.standing = 'décision' THEN 0 ELSE 1 END, coalesce(r.picks_up, 1),
                CASE WHEN r.standing = 'décision' THEN 1 ELSE 0 END, a.id
            FROM household_children h JOIN household_adults ha ON ha.household_id = h.household_id JOIN adults a ON a.id = ha.adult_id
                LEFT JOIN child_relations r ON r.adult_id = a.id AND r.child_id = h.child_id
            WHERE h.child_id IN (
                SELECT b.child_id FROM units u JOIN bookings b ON b.unit_id = u.id WHERE u.activity_id = $1 AND b.day = $2
                UNION SELECT a.child_id FROM units u JOIN attendance a ON a.unit_id = u.id WHERE u.activity_id = $1 AND a.day = $2
                UNION SELECT k.child_id FROM care_contracts k
                WHERE k.activity_id = $1 AND k.first_day <= $2 AND (k.last_day IS NULL OR k.last_day >= $2)
            ) ORDER BY h.child_id, a.id
            """,
            activity,
            date,
            decode: { row in (try row[0] as Identifier<Child>, try person(row, kinship: (Kinship(rawValue: try row[2]) ?? .other).french)) }
        )
        let contacts = try transaction.query(
            """
            SELECT k.child_id, k.first_name || ' ' || k.last_name, k.kinship, k.phone, k.call_first, k.picks_up, k.forbidden, k.id
            FROM child_contacts k WHERE k.child_id IN (
                SELECT b.child_id FROM units u JOIN bookings b ON b.unit_id = u.id WHERE u.activity_id = $1 AND b.day = $2
                UNION SELECT a.child_id FROM units u JOIN attendance a ON a.unit_id = u.id WHERE u.activity_id = $1 AND a.day = $2
                UNION SELECT k.child_id FROM care_contracts k
                WHERE k.activity_id = $1 AND k.first_day <= $2 AND (k.last_day IS NULL OR k.last_day >= $2)
            ) ORDER BY k.child_id, k.call_first DESC, k.id
            """,
            activity,
            date,
            decode: { row in (try row[0] as Identifier<Child>, try person(row, kinship: try row[2])) }
        )
        return Dictionary(grouping: adults + contacts, by: \.0).mapValues { $0.map(\.1) }
    }

    private func person(_ row: any Row, kinship: String) throws -> Person {
        try Person(name: row[1], kinship: kinship, phone: row[3], callsFirst: row[4], picksUp: row[5], isForbidden: row[6])
    }
}
