/// Reads and writes the days on which parents ask to swap custody.
struct CustodyWishStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func insert(
        _ form: CustodyWishForm.Checked,
        for child: Identifier<Child>,
        at household: Identifier<Household>,
        by account: Identifier<Account>,
        at now: Instant
    ) throws -> Identifier<CustodyWish> {
        let id: Identifier<CustodyWish>? = try transaction.first(
            """
            INSERT INTO custody_wishes (child_id, household_id, first_day, last_day, message, state, asked_at, asked_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
            """,
            child,
            household,
            form.days.lowerBound,
            form.days.upperBound,
            form.message,
            CustodyWishState.asked,
            now,
            account,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    /// Those of a child, the latest first.
    func wishes(of child: Identifier<Child>, limit: Int) throws -> [CustodyWish] {
        try transaction.query(
            """
            SELECT w.id, w.child_id, w.household_id, w.first_day, w.last_day, w.message, w.state, w.asked_at, w.asked_by, d.first_name, d.last_name
            FROM custody_wishes w JOIN accounts a ON a.id = w.asked_by JOIN adults d ON d.id = a.adult_id
            WHERE w.child_id = $1 ORDER BY w.id DESC LIMIT $2
            """,
            child,
            limit,
            decode: wish
        )
    }

    /// Those that wait for an answer, the oldest first, with the child's name.
    func waiting(limit: Int) throws -> [(wish: CustodyWish, childName: String)] {
        try transaction.query(
            """
            SELECT w.id, w.child_id, w.household_id, w.first_day, w.last_day, w.message, w.state, w.asked_at, w.asked_by, d.first_name, d.last_name,
                c.first_name, c.last_name
            FROM custody_wishes w JOIN accounts a ON a.id = w.asked_by JOIN adults d ON d.id = a.adult_id JOIN children c ON c.id = w.child_id
            WHERE w.state = $1 ORDER BY w.id LIMIT $2
            """,
            CustodyWishState.asked,
            limit
        ) { row in
            let (first, last): (String, String) = (try row[11], try row[12])
            return (wish: try wish(row), childName: "\(first) \(last)")
        }
    }

    private func wish(_ row: any Row) throws -> CustodyWish {
        let (first, last): (CivilDate, CivilDate) = (try row[3], try row[4])
        let (firstName, lastName): (String, String) = (try row[9], try row[10])
        return try CustodyWish(
            id: row[0],
            child: row[1],
            household: row[2],
            days: first...max(first, last),
            message: row[5],
            state: row[6],
            askedAt: row[7],
            askedBy: row[8],
            askedByName: "\(firstName) \(lastName)"
        )
    }

    /// Notes the answer; false when there is one already.
    func settle(
        _ id: Identifier<CustodyWish>,
        to state: CustodyWishState,
        byAccount account: Identifier<Account>?,
        byStaff member: Identifier<StaffMember>?,
        at now: Instant
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE custody_wishes SET state = $2, settled_at = $3, settled_by_account = $4, settled_by_staff = $5 WHERE id = $1 AND state = $6
            """,
            id,
            state,
            now,
            account,
            member,
            CustodyWishState.asked
        ) == 1
    }

    /// The accounts of the adults of a child's other homes who decide for it, with their addresses.
    func others(than household: Identifier<Household>, of child: Identifier<Child>) throws -> [(account: Identifier<Account>, email: EmailAddress)] {
        try transaction.query(
            """
            SELECT DISTINCT a.id, d.email FROM household_children c JOIN household_adults m ON m.household_id = c.household_id
                JOIN adults d ON d.id = m.adult_id JOIN accounts a ON a.adult_id = d.id
                LEFT JOIN child_relations r ON r.adult_id = d.id AND r.child_id = c.child_id
            WHERE c.child_id = $1 AND c.household_id <> $2 AND d.email IS NOT NULL AND a.closed_at IS NULL
                AND (r.standing IS NULL OR r.standing = $3 AND r.sees = 1) ORDER BY a.id
            """,
            child,
            household,
            ParentalStanding.authority
        ) { (account: try $0[0], email: try $0[1]) }
    }
}
