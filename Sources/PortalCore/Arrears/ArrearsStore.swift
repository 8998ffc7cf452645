/// The rows of what households owe.
struct ArrearsStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    // MARK: - The town's policy

    func policy() throws -> ArrearsPolicy? {
        try transaction.first("SELECT threshold, message FROM arrears_policy WHERE id = 1") {
            ArrearsPolicy(threshold: try $0[0], message: try $0[1])
        }
    }

    func replace(with policy: ArrearsPolicy?) throws {
        try transaction.execute("DELETE FROM arrears_policy")
        guard let policy else { return }
        try transaction.execute("INSERT INTO arrears_policy (id, threshold, message) VALUES (1, $1, $2)", policy.threshold, policy.message)
    }

    // MARK: - Reading

    /// Everything that is owed, the largest amount first.
    func all() throws -> [Arrears] {
        try transaction.query(
            """
            SELECT a.household_id, h.name, a.amount, a.as_of, e.reason, e.last_day
            FROM arrears a JOIN households h ON h.id = a.household_id LEFT JOIN arrears_exemptions e ON e.household_id = a.household_id
            WHERE a.amount > 0 ORDER BY a.amount DESC, h.name, a.household_id LIMIT 1000
            """,
            decode: arrears
        )
    }

    /// What an adult's households owe.
    func arrears(of adult: Identifier<Adult>) throws -> [Arrears] {
        try transaction.query(
            """
            SELECT a.household_id, h.name, a.amount, a.as_of, e.reason, e.last_day
            FROM household_adults m JOIN arrears a ON a.household_id = m.household_id JOIN households h ON h.id = a.household_id
                LEFT JOIN arrears_exemptions e ON e.household_id = a.household_id
            WHERE m.adult_id = $1 AND a.amount > 0 ORDER BY a.household_id
            """,
            adult,
            decode: arrears
        )
    }

    func arrears(of household: Identifier<Household>) throws -> Arrears? {
        try transaction.first(
            """
            SELECT a.household_id, h.name, a.amount, a.as_of, e.reason, e.last_day
            FROM arrears a JOIN households h ON h.id = a.household_id LEFT JOIN arrears_exemptions e ON e.household_id = a.household_id
            WHERE a.household_id = $1
            """,
            household,
            decode: arrears
        )
    }

    private func arrears(_ row: any Row) throws -> Arrears {
        let (reason, lastDay): (String?, CivilDate?) = (try row[4], try row[5])
        let exemption = reason.flatMap { reason in lastDay.map { ArrearsExemption(reason: reason, lastDay: $0) } }
        return try Arrears(household: row[0], householdName: row[1], amount: row[2], asOf: row[3], exemption: exemption)
    }

    func exists(_ household: Identifier<Household>) throws -> Bool {
        try transaction.first("SELECT 1 FROM households WHERE id = $1", household, decode: { _ in true }) ?? false
    }

    // MARK: - Writing

    func put(_ amount: Cents, of household: Identifier<Household>, asOf day: CivilDate, by member: Identifier<StaffMember>, at now: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO arrears (household_id, amount, as_of, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (household_id) DO UPDATE SET amount = excluded.amount, as_of = excluded.as_of, recorded_at = excluded.recorded_at,
                recorded_by = excluded.recorded_by
            """,
            household,
            amount,
            day,
            now,
            member
        )
    }

    /// Nobody owes anything any more: what a new account does not name is paid.
    func clear() throws { try transaction.execute("DELETE FROM arrears") }

    func exempt(_ household: Identifier<Household>, _ exemption: ArrearsExemption, by member: Identifier<StaffMember>, at now: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO arrears_exemptions (household_id, reason, last_day, granted_at, granted_by) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (household_id) DO UPDATE SET reason = excluded.reason, last_day = excluded.last_day, granted_at = excluded.granted_at,
                granted_by = excluded.granted_by
            """,
            household,
            exemption.reason,
            exemption.lastDay,
            now,
            member
        )
    }

    func endExemption(of household: Identifier<Household>) throws {
        try transaction.execute("DELETE FROM arrears_exemptions WHERE household_id = $1", household)
    }
}
