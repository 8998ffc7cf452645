/// The rows of reported absences.
struct AbsenceStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func insert(
        _ lines: [AbsenceLine],
        of child: Identifier<Child>,
        reason: String,
        request: Identifier<Request>,
        household: Identifier<Household>,
        by account: Identifier<Account>,
        state: AbsenceState,
        at now: Instant
    ) throws -> Identifier<Absence>? {
        let days = lines.map(\.missed.date)
        let times = lines.compactMap { line in if case .recorded(.unlessJustified, let times) = line.outcome { times } else { nil } }
        guard let first = days.min(), let last = days.max() else { return nil }
        let id: Identifier<Absence>? = try transaction.first(
            """
            INSERT INTO absences (request_id, household_id, account_id, child_id, reason, first_day, last_day, reported_at, state, due_at, latest_at, note)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '') RETURNING id
            """,
            request,
            household,
            account,
            child,
            reason,
            first,
            last,
            now,
            state,
            times.compactMap(\.dueAt).min(),
            times.compactMap(\.lastMoment).max(),
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        for line in lines { try insert(line, of: id) }
        return id
    }

    private func insert(_ line: AbsenceLine, of absence: Identifier<Absence>) throws {
        guard case .recorded(let charge, let times) = line.outcome else { return }
        switch line.missed {
        case .booking(let booking):
            try transaction.execute(
                """
                INSERT INTO absence_lines (absence_id, day, unit_id, child_id, rank, days_after, due_at, latest_at, rate, amount)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                absence,
                booking.slot.date,
                booking.slot.unit,
                booking.slot.child,
                line.rank,
                line.daysAfterFirst,
                times.dueAt,
                times.latestAt,
                charge.price.rate,
                charge.price.amount
            )
        case .care(let care):
            try transaction.execute(
                """
                INSERT INTO absence_care_days (absence_id, day, contract_id, rank, days_after, due_at, latest_at, rate)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                absence,
                care.date,
                care.contract.id,
                line.rank,
                line.daysAfterFirst,
                times.dueAt,
                times.latestAt,
                charge.price.rate
            )
        }
    }

    /// The slots of an adult's children that absences were reported for.
    func reported(ofChildrenOf adult: Identifier<Adult>, from first: CivilDate, through last: CivilDate) throws -> Set<BookingSlot> {
        try Set(
            transaction.query(
                """
                SELECT l.child_id, l.unit_id, l.day FROM household_adults a CROSS JOIN household_children c CROSS JOIN absence_lines l
                WHERE a.adult_id = $1 AND c.household_id = a.household_id AND l.child_id = c.child_id AND l.day BETWEEN $2 AND $3
                """,
                adult,
                first,
                last
            ) { try BookingSlot(child: $0[0], unit: $0[1], date: $0[2]) }
        )
    }

    /// The days of contracts that absences were reported for.
    func reported(_ contracts: [Identifier<CareContract>], from first: CivilDate, through last: CivilDate) throws -> Set<CareSlot> {
        let days = try contracts.flatMap { contract in
            try transaction.query(
                "SELECT day FROM absence_care_days WHERE contract_id = $1 AND day BETWEEN $2 AND $3",
                contract,
                first,
                last
            ) { CareSlot(contract: contract, date: try $0[0]) }
        }
        return Set(days)
    }

    /// What was reported of a day of a contract; nil for nothing.
    func told(_ slot: CareSlot) throws -> AbsenceHours? {
        try transaction.first(
            """
            SELECT d.rate, a.reason FROM absence_care_days d JOIN absences a ON a.id = d.absence_id WHERE d.contract_id = $1 AND d.day = $2
            """,
            slot.contract,
            slot.date
        ) { AbsenceHours((try $0[0] as Int) == 0 ? .excused : .charged, reason: try $0[1]) }
    }
}

/// As two columns: a percentage, and an amount that takes its place.
extension AbsencePrice {
    init(rate: Int, amount: Cents?) { self = amount.map(AbsencePrice.amount) ?? .percent(rate) }

    var rate: Int {
        if case .percent(let rate) = self { rate } else { 100 }
    }

    var amount: Cents? {
        if case .amount(let amount) = self { amount } else { nil }
    }
}
