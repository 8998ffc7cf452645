/// Reads and writes the quotients that the CAF or the MSA has given for households.
struct OfficialQuotientStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func insert(
        _ quotient: OfficialQuotient,
        source: HouseholdIncome.Origin,
        of household: Identifier<Household>,
        on days: ClosedRange<CivilDate>,
        by asker: QuotientEnquiryService.Asker,
        at now: Instant
    ) throws {
        let (account, staff) = asker.columns
        try transaction.execute(
            """
            INSERT INTO official_quotients (household_id, quotient, provider, quotient_month, origin, first_day, last_day, noted_at, account_id, staff_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            household,
            quotient.value,
            quotient.provider.rawValue,
            quotient.month.iso,
            source.rawValue,
            days.lowerBound,
            days.upperBound,
            now,
            account,
            staff
        )
    }

    /// The latest first.
    func quotients(of household: Identifier<Household>) throws -> [HouseholdIncome] {
        try transaction.query(
            """
            SELECT q.id, q.quotient, q.provider, q.quotient_month, q.origin, q.first_day, q.last_day, q.noted_at, d.first_name, d.last_name,
                m.first_name, m.last_name
            FROM official_quotients q LEFT JOIN accounts a ON a.id = q.account_id LEFT JOIN adults d ON d.id = a.adult_id
                LEFT JOIN staff_members m ON m.id = q.staff_id
            WHERE q.household_id = $1 ORDER BY q.id DESC LIMIT 20
            """,
            household
        ) { row in
            let (provider, month, origin): (String, String, String) = (try row[2], try row[3], try row[4])
            let (first, last): (CivilDate, CivilDate) = (try row[5], try row[6])
            let parts: [String?] = try [row[8] ?? row[10], row[9] ?? row[11]]
            guard let provider = BenefitsProvider(rawValue: provider), let month = Month(iso: month),
                let origin = HouseholdIncome.Origin(rawValue: origin)
            else { throw DatabaseError.other("an official quotient that cannot be read") }
            return try HouseholdIncome(
                id: row[0],
                source: .official(OfficialQuotient(value: row[1], provider: provider, month: month), origin),
                days: first...max(first, last),
                declaredAt: row[7],
                declaredBy: parts.compactMap(\.self).joined(separator: " "),
                verifiedAt: row[7]
            )
        }
    }
}
