/// Finds what is due.
struct DueErasureStore {
    private let transaction: any Transaction
    private let charged: CivilDate
    private let limit: Int

    /// - Parameter charged: names stay on what was charged since this day.
    init(_ transaction: any Transaction, charged: CivilDate = CivilDate(dayNumber: 0), limit: Int = 0) {
        self.transaction = transaction
        self.charged = charged
        self.limit = limit
    }

    /// Children with health data who have been nowhere since a day, and of whom nothing was told since an instant: a family that has just come
    /// has no bookings yet.
    func health(since day: CivilDate, told: Instant) throws -> [Identifier<Child>] {
        try transaction.query(
            """
            SELECT c.id FROM children c
            WHERE (EXISTS (SELECT 1 FROM child_sheets s WHERE s.child_id = c.id)
                    OR EXISTS (SELECT 1 FROM child_contacts k WHERE k.child_id = c.id)
                    OR EXISTS (SELECT 1 FROM documents d JOIN document_files f ON f.document_id = d.id WHERE d.child_id = c.id AND d.is_health = 1)
                    OR EXISTS (SELECT 1 FROM absences n JOIN certificates f ON f.absence_id = n.id WHERE n.child_id = c.id))
                AND NOT EXISTS (SELECT 1 FROM child_sheets s WHERE s.child_id = c.id AND s.given_at >= $2)
                AND NOT EXISTS (SELECT 1 FROM child_contacts k WHERE k.child_id = c.id AND k.added_at >= $2)
                AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.child_id = c.id AND e.last_day >= $1)
                AND NOT EXISTS (SELECT 1 FROM care_contracts k WHERE k.child_id = c.id AND (k.last_day IS NULL OR k.last_day >= $1))
                AND NOT EXISTS (SELECT 1 FROM bookings b WHERE b.child_id = c.id AND b.day >= $1)
            ORDER BY c.id LIMIT $3
            """,
            day,
            told,
            limit
        ) { try $0[0] }
    }

    /// Households whose children have been nowhere since a day, where nobody has come to the portal since an instant, and that owe nothing more.
    func families(since day: CivilDate, seen: Instant) throws -> [DueFamily] {
        try transaction.query(
            """
            SELECT h.id, h.name FROM households h
            WHERE h.erased_at IS NULL AND h.created_at < $2
                AND NOT EXISTS (SELECT 1 FROM household_children m JOIN enrolments e ON e.child_id = m.child_id
                    WHERE m.household_id = h.id AND e.last_day >= $1)
                AND NOT EXISTS (SELECT 1 FROM care_contracts k WHERE k.household_id = h.id AND (k.last_day IS NULL OR k.last_day >= $1))
                AND NOT EXISTS (SELECT 1 FROM household_children m JOIN bookings b ON b.child_id = m.child_id
                    WHERE m.household_id = h.id AND (b.day >= $1 OR b.day >= $3 AND b.price + b.surcharge > 0))
                AND NOT EXISTS (SELECT 1 FROM household_adults m JOIN accounts a ON a.adult_id = m.adult_id
                    WHERE m.household_id = h.id AND (a.created_at >= $2 OR a.last_login_at >= $2))
            ORDER BY h.id LIMIT $4
            """,
            day,
            seen,
            charged,
            limit
        ) { try DueFamily(household: $0[0], name: $0[1]) }
    }

    /// Adults who are to be forgotten, and in whose households nothing was charged lately.
    func adults() throws -> [Identifier<Adult>] {
        try transaction.query(
            """
            SELECT DISTINCT d.id FROM erasure_requests r JOIN accounts a ON a.id = r.account_id JOIN adults d ON d.id = a.adult_id
            WHERE r.accepted = 1 AND d.erased_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM household_adults m JOIN bookings b ON b.household_id = m.household_id
                    WHERE m.adult_id = d.id AND b.day >= $1 AND b.price + b.surcharge > 0)
            ORDER BY d.id LIMIT $2
            """,
            charged,
            limit
        ) { try $0[0] }
    }

    /// The children of an account's adult whom nobody else keeps: no other adult has the child in a household without having asked to be forgotten
    /// too, and the child is enrolled nowhere from a day on.
    func childrenLeft(by account: Identifier<Account>, since day: CivilDate) throws -> [Identifier<Child>] {
        try transaction.query(
            """
            SELECT DISTINCT c.child_id FROM accounts a JOIN household_adults m ON m.adult_id = a.adult_id
                JOIN household_children c ON c.household_id = m.household_id
            WHERE a.id = $1
                AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.child_id = c.child_id AND e.last_day >= $2)
                AND NOT EXISTS (SELECT 1 FROM care_contracts k WHERE k.child_id = c.child_id AND (k.last_day IS NULL OR k.last_day >= $2))
                AND NOT EXISTS (
                    SELECT 1 FROM household_children h JOIN household_adults o ON o.household_id = h.household_id
                    WHERE h.child_id = c.child_id AND o.adult_id <> a.adult_id AND NOT EXISTS (
                        SELECT 1 FROM erasure_requests r JOIN accounts b ON b.id = r.account_id WHERE b.adult_id = o.adult_id AND r.accepted = 1))
            ORDER BY c.child_id
            """,
            account,
            day
        ) { try $0[0] }
    }

    /// The last day that was charged to one of the households of an account's adult.
    func lastChargedDay(of account: Identifier<Account>) throws -> CivilDate? {
        let day: CivilDate?? = try transaction.first(
            """
            SELECT max(b.day) FROM accounts a JOIN household_adults m ON m.adult_id = a.adult_id JOIN bookings b ON b.household_id = m.household_id
            WHERE a.id = $1 AND b.price + b.surcharge > 0
            """,
            account,
            decode: { try $0[0] }
        )
        return day ?? nil
    }

    /// Who else is in the households of an account's adult.
    func otherAdults(besides account: Identifier<Account>) throws -> [String] {
        try transaction.query(
            """
            SELECT DISTINCT d.first_name, d.last_name FROM accounts a JOIN household_adults mine ON mine.adult_id = a.adult_id
                JOIN household_adults m ON m.household_id = mine.household_id AND m.adult_id <> a.adult_id JOIN adults d ON d.id = m.adult_id
            WHERE a.id = $1 AND d.erased_at IS NULL ORDER BY d.last_name, d.first_name
            """,
            account
        ) { row in
            let (first, last): (String, String) = (try row[0], try row[1])
            return "\(first) \(last)"
        }
    }
}
