/// The rows of the care contracts and of what they say from a day on.
package struct CareContractStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    // MARK: - Reading

    func contract(_ id: Identifier<CareContract>) throws -> CareContract? {
        try contracts(
            transaction.query(
                """
                SELECT k.id, k.household_id, k.activity_id, k.first_day, k.last_day,
                    c.id, c.first_name, c.last_name, c.birth_day
                FROM care_contracts k JOIN children c ON c.id = k.child_id WHERE k.id = $1
                """,
                id,
                decode: row
            )
        ).first
    }

    /// The contracts that an adult's households have signed, the earliest first.
    func contracts(of adult: Identifier<Adult>) throws -> [CareContract] {
        try contracts(
            transaction.query(
                """
                SELECT k.id, k.household_id, k.activity_id, k.first_day, k.last_day,
                    c.id, c.first_name, c.last_name, c.birth_day
                FROM care_contracts k JOIN children c ON c.id = k.child_id
                WHERE k.household_id IN (SELECT household_id FROM household_adults WHERE adult_id = $1) ORDER BY k.first_day, k.id
                """,
                adult,
                decode: row
            )
        )
    }

    /// A child's contracts, the earliest first.
    func contracts(of child: Identifier<Child>) throws -> [CareContract] {
        try contracts(
            transaction.query(
                """
                SELECT k.id, k.household_id, k.activity_id, k.first_day, k.last_day,
                    c.id, c.first_name, c.last_name, c.birth_day
                FROM care_contracts k JOIN children c ON c.id = k.child_id WHERE k.child_id = $1 ORDER BY k.first_day, k.id
                """,
                child,
                decode: row
            )
        )
    }

    /// A nursery's contracts that hold on at least a day of a span, by name.
    func contracts(in activity: Identifier<Activity>, from first: CivilDate, through last: CivilDate) throws -> [CareContract] {
        let rows = try transaction.query(
            """
            SELECT k.id, k.household_id, k.activity_id, k.first_day, k.last_day,
                c.id, c.first_name, c.last_name, c.birth_day
            FROM care_contracts k JOIN children c ON c.id = k.child_id
            WHERE k.activity_id = $1 AND k.first_day <= $3 AND (k.last_day IS NULL OR k.last_day >= $2)
            ORDER BY c.last_name, c.first_name, k.id
            """,
            activity,
            first,
            last,
            decode: row
        )
        let terms = try terms(in: activity, from: first, through: last)
        return rows.map { contract($0, terms[$0.id] ?? []) }
    }

    private typealias ContractRow = (
        id: Identifier<CareContract>, child: Child, household: Identifier<Household>, activity: Identifier<Activity>, first: CivilDate,
        last: CivilDate?
    )

    private func row(_ row: any Row) throws -> ContractRow {
        let child = try Child(id: row[5], firstName: row[6], lastName: row[7], birthDay: row[8], schooling: Schooling())
        return try (id: row[0], child: child, household: row[1], activity: row[2], first: row[3], last: row[4])
    }

    private func contracts(_ rows: [ContractRow]) throws -> [CareContract] { try rows.map { contract($0, try terms(of: $0.id)) } }

    private func contract(_ row: ContractRow, _ terms: [CareTerms]) -> CareContract {
        CareContract(
            id: row.id,
            child: row.child,
            household: row.household,
            activity: row.activity,
            firstDay: row.first,
            lastDay: row.last,
            terms: terms
        )
    }

    private func terms(of contract: Identifier<CareContract>) throws -> [CareTerms] {
        try transaction.query(
            "SELECT first_day, week, odd_week, yearly_leave FROM care_terms WHERE contract_id = $1 ORDER BY first_day",
            contract,
            decode: terms
        )
    }

    /// The same of all of a nursery's contracts that hold on at least a day of a span, in one query.
    private func terms(
        in activity: Identifier<Activity>,
        from first: CivilDate,
        through last: CivilDate
    ) throws -> [Identifier<CareContract>: [CareTerms]] {
        let rows = try transaction.query(
            """
            SELECT t.first_day, t.week, t.odd_week, t.yearly_leave, t.contract_id FROM care_contracts k JOIN care_terms t ON t.contract_id = k.id
            WHERE k.activity_id = $1 AND k.first_day <= $3 AND (k.last_day IS NULL OR k.last_day >= $2) ORDER BY t.contract_id, t.first_day
            """,
            activity,
            first,
            last
        ) { (contract: try $0[4] as Identifier<CareContract>, terms: try terms($0)) }
        return Dictionary(grouping: rows, by: \.contract).mapValues { $0.map(\.terms) }
    }

    private func terms(_ row: any Row) throws -> CareTerms {
        try CareTerms(firstDay: row[0], week: row[1], oddWeek: row[2], yearlyLeave: row[3])
    }

    // MARK: - Writing

    package func insert(
        of child: Identifier<Child>,
        by household: Identifier<Household>,
        in activity: Identifier<Activity>,
        from first: CivilDate,
        through last: CivilDate?,
        _ terms: CareTerms,
        at now: Instant
    ) throws -> Identifier<CareContract> {
        let id: Identifier<CareContract>? = try transaction.first(
            """
            INSERT INTO care_contracts (child_id, household_id, activity_id, first_day, last_day, signed_at)
            VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
            """,
            child,
            household,
            activity,
            first,
            last,
            now,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        try put(terms, of: id)
        return id
    }

    /// Writes what holds from a day on, over what was agreed from that day or a later one.
    func put(_ terms: CareTerms, of contract: Identifier<CareContract>) throws {
        try transaction.execute("DELETE FROM care_terms WHERE contract_id = $1 AND first_day >= $2", contract, terms.firstDay)
        try transaction.execute(
            "INSERT INTO care_terms (contract_id, first_day, week, odd_week, yearly_leave) VALUES ($1, $2, $3, $4, $5)",
            contract,
            terms.firstDay,
            terms.week,
            terms.oddWeek,
            terms.yearlyLeave
        )
    }

    func end(_ contract: Identifier<CareContract>, on last: CivilDate?) throws {
        try transaction.execute("UPDATE care_contracts SET last_day = $2 WHERE id = $1", contract, last)
    }

    /// Where the adults of a contract's household are written to who have an account, and from whom the child is not kept.
    func recipients(of contract: CareContract) throws -> [(account: Identifier<Account>, email: EmailAddress, salutation: String)] {
        try transaction.query(
            """
            SELECT x.id, a.email, a.title, a.last_name FROM household_adults m JOIN adults a ON a.id = m.adult_id
                JOIN accounts x ON x.adult_id = a.id
            WHERE m.household_id = $1 AND a.email IS NOT NULL AND x.closed_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM child_relations k WHERE k.adult_id = a.id AND k.child_id = $2 AND k.sees = 0)
            ORDER BY x.id
            """,
            contract.household,
            contract.child.id
        ) { row in
            let (title, name): (Title, String) = try (row[2], row[3])
            return (try row[0], try row[1], "\(title.french) \(name)")
        }
    }
}
