/// Reads a unit's list of a day, in a fixed number of queries however long it is.
struct RollCallListStore {
    struct Line: Hashable {
        let child: Child
        let group: Identifier<ActivityGroup>
        /// nil without booking.
        let booking: BookingState?
        /// nil when the child was not called.
        let called: Called?
    }

    struct Called: Hashable {
        let reported: BookingState?
        let mark: AttendanceMark
        /// The name of who called; nil for the closing of the day.
        let by: String?
    }

    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Whoever is booked or came, by name.
    func lines(of unit: Identifier<BookableUnit>, on date: CivilDate) throws -> [Line] {
        let booked = try transaction.query(
            """
            SELECT c.id, c.first_name, c.last_name, c.birth_day, p.school, p.class, b.group_id, b.state,
                a.presence, a.reported, a.arrived_at, a.left_at, m.first_name || ' ' || m.last_name
            FROM bookings b CROSS JOIN children c LEFT JOIN attendance a ON a.unit_id = b.unit_id AND a.day = b.day AND a.child_id = b.child_id
                LEFT JOIN staff_members m ON m.id = a.called_by
                LEFT JOIN school_placements p ON p.child_id = c.id AND p.first_day <= b.day AND p.last_day >= b.day
            WHERE b.unit_id = $1 AND b.day = $2 AND c.id = b.child_id
            """,
            unit,
            date,
            decode: { try line($0, on: date) }
        )
        let unexpected = try transaction.query(
            """
            SELECT c.id, c.first_name, c.last_name, c.birth_day, p.school, p.class, a.group_id, NULL,
                a.presence, a.reported, a.arrived_at, a.left_at, m.first_name || ' ' || m.last_name
            FROM attendance a CROSS JOIN children c LEFT JOIN staff_members m ON m.id = a.called_by
                LEFT JOIN school_placements p ON p.child_id = c.id AND p.first_day <= a.day AND p.last_day >= a.day
            WHERE a.unit_id = $1 AND a.day = $2 AND c.id = a.child_id
                AND NOT EXISTS (SELECT 1 FROM bookings b WHERE b.child_id = a.child_id AND b.day = a.day AND b.unit_id = a.unit_id)
            """,
            unit,
            date,
            decode: { try line($0, on: date) }
        )
        return (booked + unexpected).sorted {
            ($0.child.lastName, $0.child.firstName, $0.child.id) < ($1.child.lastName, $1.child.firstName, $1.child.id)
        }
    }

    private func line(_ row: any Row, on date: CivilDate) throws -> Line {
        let child = try child(row, on: date)
        let presence: Presence? = try row[8]
        let called = try presence.map { try Called(reported: row[9], mark: AttendanceMark($0, arrivedAt: row[10], leftAt: row[11]), by: row[12]) }
        return try Line(child: child, group: row[6], booking: row[7], called: called)
    }

    private func child(_ row: any Row, on date: CivilDate) throws -> Child {
        let schooling = Schooling(school: try row[4], schoolClass: try row[5], on: date)
        return try Child(id: row[0], firstName: row[1], lastName: row[2], birthDay: row[3], schooling: schooling)
    }

    /// For each child of a list, who may take it home and who must not: its adults, then the people around it.
    func people(of unit: Identifier<BookableUnit>, on date: CivilDate) throws -> [Identifier<Child>: [PickupPerson]] {
        let adults = try transaction.query(
            """
            SELECT DISTINCT h.child_id, a.first_name || ' ' || a.last_name, coalesce(r.kinship, 'parent'), a.phone, 0,
                CASE WHEN r.standing = 'décision' THEN 1 ELSE 0 END, a.id
            FROM household_children h JOIN household_adults ha ON ha.household_id = h.household_id JOIN adults a ON a.id = ha.adult_id
                LEFT JOIN child_relations r ON r.adult_id = a.id AND r.child_id = h.child_id
            WHERE (r.adult_id IS NULL OR r.picks_up = 1 OR r.standing = 'décision')
                AND h.child_id IN (
                    SELECT child_id FROM bookings WHERE unit_id = $1 AND day = $2
                    UNION SELECT child_id FROM attendance WHERE unit_id = $1 AND day = $2
                    UNION SELECT k.child_id FROM units u JOIN care_contracts k ON k.activity_id = u.activity_id
                        WHERE u.id = $1 AND k.first_day <= $2 AND (k.last_day IS NULL OR k.last_day >= $2)
                )
            ORDER BY h.child_id, a.id
            """,
            unit,
            date,
            decode: { row in (try row[0] as Identifier<Child>, try person(row, kinship: (Kinship(rawValue: try row[2]) ?? .other).french)) }
        )
        let contacts = try transaction.query(
            """
            SELECT k.child_id, k.first_name || ' ' || k.last_name, k.kinship, k.phone, k.call_first, k.forbidden, k.id
            FROM child_contacts k
            WHERE (k.picks_up = 1 OR k.forbidden = 1)
                AND k.child_id IN (
                    SELECT child_id FROM bookings WHERE unit_id = $1 AND day = $2
                    UNION SELECT child_id FROM attendance WHERE unit_id = $1 AND day = $2
                    UNION SELECT k.child_id FROM units u JOIN care_contracts k ON k.activity_id = u.activity_id
                        WHERE u.id = $1 AND k.first_day <= $2 AND (k.last_day IS NULL OR k.last_day >= $2)
                )
            ORDER BY k.child_id, k.forbidden, k.call_first DESC, k.id
            """,
            unit,
            date,
            decode: { row in (try row[0] as Identifier<Child>, try person(row, kinship: try row[2])) }
        )
        return Dictionary(grouping: adults + contacts, by: \.0).mapValues { $0.map(\.1) }
    }

    private func person(_ row: any Row, kinship: String) throws -> PickupPerson {
        try PickupPerson(name: row[1], kinship: kinship, phone: row[3], callFirst: row[4], isForbidden: row[5])
    }

    /// Children whose names have these words, for somebody who came without being expected.
    func children(_ search: FamilySearch, on date: CivilDate, limit: Int) throws -> [Child] {
        guard let first = search.words.first else { return [] }
        let found = try transaction.query(
            """
            SELECT DISTINCT c.id, c.first_name, c.last_name, c.birth_day, p.school, p.class FROM searched_words w JOIN children c ON c.id = w.subject
                LEFT JOIN school_placements p ON p.child_id = c.id AND p.first_day <= $3 AND p.last_day >= $3
            WHERE w.kind = 2 AND w.word >= $1 AND w.word < $2 ORDER BY c.last_name, c.first_name, c.id
            """,
            first,
            first + "\u{10FFFF}",
            date
        ) { try child($0, on: date) }
        let matching = found.filter { child in
            let words = FamilySearch.words(of: child.fullName)
            return search.words.allSatisfy { typed in words.contains { $0.hasPrefix(typed) } }
        }
        return Array(matching.prefix(limit))
    }
}
