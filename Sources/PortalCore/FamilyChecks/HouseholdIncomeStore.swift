/// Reads and writes what households earn, and the yearly checks of their files.
struct HouseholdIncomeStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// The latest first.
    func incomes(of household: Identifier<Household>) throws -> [HouseholdIncome] {
        try transaction.query(
            """
            SELECT i.id, i.annual_income, i.monthly_benefits, i.children, i.disabled_children, i.first_day, i.last_day, i.declared_at,
                d.first_name, d.last_name, i.verified_at
            FROM household_incomes i JOIN accounts a ON a.id = i.declared_by JOIN adults d ON d.id = a.adult_id
            WHERE i.household_id = $1 ORDER BY i.id DESC LIMIT 20
            """,
            household,
            decode: income
        )
    }

    /// The last declaration of each household that still holds on a day and that nobody has checked, the oldest first.
    func unverified(on today: CivilDate, limit: Int) throws -> [UnverifiedIncome] {
        try transaction.query(
            """
            SELECT i.id, i.annual_income, i.monthly_benefits, i.children, i.disabled_children, i.first_day, i.last_day, i.declared_at,
                d.first_name, d.last_name, i.verified_at, h.id, h.name
            FROM household_incomes i JOIN accounts a ON a.id = i.declared_by JOIN adults d ON d.id = a.adult_id
                JOIN households h ON h.id = i.household_id
            WHERE i.verified_at IS NULL AND i.last_day >= $1
                AND NOT EXISTS (SELECT 1 FROM household_incomes l WHERE l.household_id = i.household_id AND l.id > i.id)
            ORDER BY i.id LIMIT $2
            """,
            today,
            limit
        ) { try UnverifiedIncome(household: $0[11], householdName: $0[12], income: income($0)) }
    }

    private func income(_ row: any Row) throws -> HouseholdIncome {
        let facts = try FamilyQuotient(annualIncome: row[1], monthlyBenefits: row[2], children: row[3], disabledChildren: row[4])
        let (first, last): (CivilDate, CivilDate) = (try row[5], try row[6])
        let (firstName, lastName): (String, String) = (try row[8], try row[9])
        return try HouseholdIncome(
            id: row[0],
            source: .declared(facts),
            days: first...max(first, last),
            declaredAt: row[7],
            declaredBy: "\(firstName) \(lastName)",
            verifiedAt: row[10]
        )
    }

    func insert(
        _ facts: FamilyQuotient,
        of household: Identifier<Household>,
        on days: ClosedRange<CivilDate>,
        by account: Identifier<Account>,
        at now: Instant
    ) throws {
        try transaction.execute(
            """
            INSERT INTO household_incomes (household_id, annual_income, monthly_benefits, children, disabled_children, first_day, last_day,
                declared_at, declared_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            household,
            facts.annualIncome,
            facts.monthlyBenefits,
            facts.children,
            facts.disabledChildren,
            days.lowerBound,
            days.upperBound,
            now,
            account
        )
    }

    /// Notes that the staff have checked one; false when they had, or it is another household's.
    func verify(_ id: Identifier<HouseholdIncome>, of household: Identifier<Household>, by member: Identifier<StaffMember>, at now: Instant) throws
        -> Bool
    {
        try transaction.execute(
            "UPDATE household_incomes SET verified_at = $3, verified_by = $4 WHERE id = $1 AND household_id = $2 AND verified_at IS NULL",
            id,
            household,
            now,
            member
        ) == 1
    }

    /// When a household's file was certified for a school year, and by whom.
    func check(of household: Identifier<Household>, in year: Int) throws -> YearlyCheck? {
        try transaction.first(
            """
            SELECT c.checked_at, d.first_name, d.last_name FROM yearly_checks c JOIN accounts a ON a.id = c.checked_by
                JOIN adults d ON d.id = a.adult_id
            WHERE c.household_id = $1 AND c.school_year = $2
            """,
            household,
            year
        ) { row in
            let (firstName, lastName): (String, String) = (try row[1], try row[2])
            return YearlyCheck(at: try row[0], by: "\(firstName) \(lastName)")
        }
    }

    func putCheck(of household: Identifier<Household>, in year: Int, by account: Identifier<Account>, at now: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO yearly_checks (household_id, school_year, checked_at, checked_by) VALUES ($1, $2, $3, $4)
            ON CONFLICT (household_id, school_year) DO UPDATE SET checked_at = excluded.checked_at, checked_by = excluded.checked_by
            """,
            household,
            year,
            now,
            account
        )
    }
}
