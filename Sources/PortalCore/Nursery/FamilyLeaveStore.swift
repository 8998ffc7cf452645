/// The rows of the leaves, and of the days that they hold.
struct FamilyLeaveStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    // MARK: - Reading

    /// A contract's leaves, the latest announced first.
    func leaves(of contract: Identifier<CareContract>) throws -> [FamilyLeave] {
        try leaves(
            transaction.query(
                """
                SELECT id, contract_id, account_id, first_day, last_day, announced_at, state, note FROM family_leaves
                WHERE contract_id = $1 ORDER BY id DESC
                """,
                contract,
                decode: row
            )
        )
    }

    /// The same of all of a nursery's contracts that hold on at least one of some days, in two queries.
    func leaves(in activity: Identifier<Activity>, over days: ClosedRange<CivilDate>) throws -> [Identifier<CareContract>: [FamilyLeave]] {
        let rows = try transaction.query(
            """
            SELECT l.id, l.contract_id, l.account_id, l.first_day, l.last_day, l.announced_at, l.state, l.note
            FROM care_contracts k JOIN family_leaves l ON l.contract_id = k.id
            WHERE k.activity_id = $1 AND k.first_day <= $3 AND (k.last_day IS NULL OR k.last_day >= $2) ORDER BY l.id DESC
            """,
            activity,
            days.lowerBound,
            days.upperBound,
            decode: row
        )
        let taken = try transaction.query(
            """
            SELECT d.day, d.charge, d.leave_id FROM care_contracts k JOIN family_leave_days d ON d.contract_id = k.id
            WHERE k.activity_id = $1 AND k.first_day <= $3 AND (k.last_day IS NULL OR k.last_day >= $2) ORDER BY d.leave_id, d.day
            """,
            activity,
            days.lowerBound,
            days.upperBound
        ) { (leave: try $0[2] as Identifier<FamilyLeave>, day: try day($0)) }
        let daysOfLeaves = Dictionary(grouping: taken, by: \.leave).mapValues { $0.map(\.day) }
        return Dictionary(grouping: rows.map { leave($0, daysOfLeaves[$0.id] ?? []) }, by: \.contract)
    }

    func leave(_ id: Identifier<FamilyLeave>) throws -> FamilyLeave? {
        try leaves(
            transaction.query(
                "SELECT id, contract_id, account_id, first_day, last_day, announced_at, state, note FROM family_leaves WHERE id = $1",
                id,
                decode: row
            )
        ).first
    }

    /// The one that an account announced under a key.
    func leave(_ key: IdempotencyKey, of account: Identifier<Account>) throws -> Identifier<FamilyLeave>? {
        try transaction.first("SELECT id FROM family_leaves WHERE account_id = $1 AND sent_key = $2", account, key.text) { try $0[0] }
    }

    /// The leaves that wait for the service, the longest wait first.
    func asked() throws -> [FamilyLeave] {
        try leaves(
            transaction.query(
                """
                SELECT id, contract_id, account_id, first_day, last_day, announced_at, state, note FROM family_leaves
                WHERE state = 0 ORDER BY id LIMIT 200
                """,
                decode: row
            )
        )
    }

    func askedCount() throws -> Int { try transaction.first("SELECT count(*) FROM family_leaves WHERE state = 0") { try $0[0] } ?? 0 }

    private typealias LeaveRow = (
        id: Identifier<FamilyLeave>, contract: Identifier<CareContract>, account: Identifier<Account>, first: CivilDate, last: CivilDate,
        announcedAt: Instant, state: LeaveState, note: String
    )

    private func row(_ row: any Row) throws -> LeaveRow {
        try (
            id: row[0], contract: row[1], account: row[2], first: row[3], last: row[4], announcedAt: row[5], state: row[6], note: row[7]
        )
    }

    private func leaves(_ rows: [LeaveRow]) throws -> [FamilyLeave] {
        try rows.map { row in
            let days = try transaction.query(
                "SELECT day, charge FROM family_leave_days WHERE leave_id = $1 ORDER BY day",
                row.id,
                decode: day
            )
            return leave(row, days)
        }
    }

    private func leave(_ row: LeaveRow, _ days: [LeaveDay]) -> FamilyLeave {
        FamilyLeave(
            id: row.id,
            contract: row.contract,
            account: row.account,
            firstDay: row.first,
            lastDay: row.last,
            announcedAt: row.announcedAt,
            state: row.state,
            note: row.note,
            days: days
        )
    }

    private func day(_ row: any Row) throws -> LeaveDay { try LeaveDay(date: row[0], charge: row[1]) }

    // MARK: - Writing

    func insert(
        _ review: LeaveReview,
        of contract: Identifier<CareContract>,
        by account: Identifier<Account>,
        key: IdempotencyKey,
        at now: Instant
    ) throws -> Identifier<FamilyLeave> {
        let id: Identifier<FamilyLeave>? = try transaction.first(
            """
            INSERT INTO family_leaves (contract_id, account_id, first_day, last_day, announced_at, state, note, sent_key)
            VALUES ($1, $2, $3, $4, $5, $6, '', $7) RETURNING id
            """,
            contract,
            account,
            review.days.lowerBound,
            review.days.upperBound,
            now,
            review.state,
            key.text,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        try replaceDays(of: id, in: contract, with: review.lines)
        return id
    }

    func replaceDays(of leave: Identifier<FamilyLeave>, in contract: Identifier<CareContract>, with days: [LeaveDay]) throws {
        try transaction.execute("DELETE FROM family_leave_days WHERE leave_id = $1", leave)
        for day in days {
            try transaction.execute(
                "INSERT INTO family_leave_days (contract_id, day, leave_id, charge) VALUES ($1, $2, $3, $4)",
                contract,
                day.date,
                leave,
                day.charge
            )
        }
    }

    /// The service's answer.
    func judge(_ leave: Identifier<FamilyLeave>, _ state: LeaveState, note: String, by member: Identifier<StaffMember>, at now: Instant) throws {
        try transaction.execute(
            "UPDATE family_leaves SET state = $2, note = $3, judged_by = $4, judged_at = $5 WHERE id = $1",
            leave,
            state,
            note,
            member,
            now
        )
    }

    /// Gives the leave's days back.
    func withdraw(_ leave: Identifier<FamilyLeave>) throws {
        try transaction.execute("DELETE FROM family_leave_days WHERE leave_id = $1", leave)
        try transaction.execute("UPDATE family_leaves SET state = $2 WHERE id = $1", leave, LeaveState.withdrawn)
    }

    /// Gives back the days of a contract that it no longer has.
    func release(_ dates: [CivilDate], of contract: Identifier<CareContract>) throws {
        for date in dates { try transaction.execute("DELETE FROM family_leave_days WHERE contract_id = $1 AND day = $2", contract, date) }
    }
}
