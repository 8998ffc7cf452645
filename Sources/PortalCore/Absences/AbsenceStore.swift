/// The rows of reported absences.
struct AbsenceStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    // MARK: - Reporting

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

    // MARK: - Reading

    /// The absences of an adult's households, the latest first.
    func absences(for adult: Identifier<Adult>, limit: Int) throws -> [Absence] {
        try transaction.query(
            """
            SELECT b.id, b.request_id, b.household_id, b.account_id, c.id, c.first_name, c.last_name, c.birth_day, b.reason,
                b.first_day, b.last_day, b.reported_at, b.state, b.due_at, b.latest_at, b.judged_at, m.first_name || ' ' || m.last_name, b.note
            FROM absences b JOIN children c ON c.id = b.child_id LEFT JOIN staff_members m ON m.id = b.judged_by
            WHERE b.household_id IN (SELECT household_id FROM household_adults WHERE adult_id = $1)
                AND NOT EXISTS (SELECT 1 FROM child_relations k WHERE k.adult_id = $1 AND k.child_id = b.child_id AND k.sees = 0)
            ORDER BY b.id DESC LIMIT $2
            """,
            adult,
            limit,
            decode: absence
        )
    }

    /// Those in a state, the longest wait first.
    func absences(in state: AbsenceState, limit: Int) throws -> [Absence] {
        try transaction.query(
            """
            SELECT b.id, b.request_id, b.household_id, b.account_id, c.id, c.first_name, c.last_name, c.birth_day, b.reason,
                b.first_day, b.last_day, b.reported_at, b.state, b.due_at, b.latest_at, b.judged_at, m.first_name || ' ' || m.last_name, b.note
            FROM absences b JOIN children c ON c.id = b.child_id LEFT JOIN staff_members m ON m.id = b.judged_by
            WHERE b.state = $1 ORDER BY b.id LIMIT $2
            """,
            state,
            limit,
            decode: absence
        )
    }

    func absence(_ id: Identifier<Absence>) throws -> Absence? {
        try transaction.first(
            """
            SELECT b.id, b.request_id, b.household_id, b.account_id, c.id, c.first_name, c.last_name, c.birth_day, b.reason,
                b.first_day, b.last_day, b.reported_at, b.state, b.due_at, b.latest_at, b.judged_at, m.first_name || ' ' || m.last_name, b.note
            FROM absences b JOIN children c ON c.id = b.child_id LEFT JOIN staff_members m ON m.id = b.judged_by
            WHERE b.id = $1
            """,
            id,
            decode: absence
        )
    }

    /// In order, what is under contract after what is booked.
    func days(of absence: Identifier<Absence>, child: Identifier<Child>) throws -> [AbsenceDay] {
        let booked = try transaction.query(
            "SELECT day, rank, days_after, due_at, latest_at, rate, amount, unit_id FROM absence_lines WHERE absence_id = $1 ORDER BY day, unit_id",
            absence
        ) { try day($0, of: child, .unit($0[7])) }
        let care = try transaction.query(
            """
            SELECT d.day, d.rank, d.days_after, d.due_at, d.latest_at, d.rate, NULL, d.contract_id, k.activity_id
            FROM absence_care_days d JOIN care_contracts k ON k.id = d.contract_id WHERE d.absence_id = $1 ORDER BY d.day, d.contract_id
            """,
            absence
        ) { try day($0, of: child, .care($0[7], $0[8])) }
        return booked + care
    }

    private func day(_ row: any Row, of child: Identifier<Child>, _ place: AbsenceDay.Place) throws -> AbsenceDay {
        try AbsenceDay(
            child: child,
            date: row[0],
            place: place,
            rank: row[1],
            daysAfterFirst: row[2],
            times: AbsenceTimes(dueAt: row[3], latestAt: row[4]),
            price: AbsencePrice(rate: row[5], amount: row[6])
        )
    }

    /// The contracts whose days an absence is from, in order.
    func contracts(of absence: Identifier<Absence>) throws -> [Identifier<CareContract>] {
        try transaction.query("SELECT DISTINCT contract_id FROM absence_care_days WHERE absence_id = $1 ORDER BY contract_id", absence) { try $0[0] }
    }

    private func absence(_ row: any Row) throws -> Absence {
        let child = try Child(id: row[4], firstName: row[5], lastName: row[6], birthDay: row[7], schooling: Schooling())
        let judgedAt: Instant? = try row[15]
        let by: String? = try row[16]
        let note: String = try row[17]
        return try Absence(
            id: row[0],
            request: row[1],
            household: row[2],
            account: row[3],
            child: child,
            reason: row[8],
            firstDay: row[9],
            lastDay: row[10],
            reportedAt: row[11],
            state: row[12],
            times: AbsenceTimes(dueAt: row[13], latestAt: row[14]),
            judgement: judgedAt.map { Absence.Judgement(at: $0, by: by ?? "", note: note) }
        )
    }

    // MARK: - Changing

    func setState(_ state: AbsenceState, of absence: Identifier<Absence>) throws {
        try transaction.execute("UPDATE absences SET state = $2 WHERE id = $1", absence, state)
    }

    /// - Parameter member: nil for the antivirus.
    func judge(_ absence: Identifier<Absence>, _ state: AbsenceState, note: String, by member: Identifier<StaffMember>?, at now: Instant) throws {
        try transaction.execute(
            "UPDATE absences SET state = $2, note = $3, judged_by = $4, judged_at = $5 WHERE id = $1",
            absence,
            state,
            note,
            member,
            now
        )
    }

    func setPrice(_ price: AbsencePrice, of unit: Identifier<BookableUnit>, on day: AbsenceDay, in absence: Identifier<Absence>) throws {
        try transaction.execute(
            "UPDATE absence_lines SET rate = $4, amount = $5 WHERE absence_id = $1 AND day = $2 AND unit_id = $3",
            absence,
            day.date,
            unit,
            price.rate,
            price.amount
        )
    }

    func setPrice(
        _ price: AbsencePrice,
        ofCareUnder contract: Identifier<CareContract>,
        on day: AbsenceDay,
        in absence: Identifier<Absence>
    ) throws {
        try transaction.execute(
            "UPDATE absence_care_days SET rate = $4 WHERE absence_id = $1 AND day = $2 AND contract_id = $3",
            absence,
            day.date,
            contract,
            price.rate
        )
    }
}

/// As two columns: a percentage, and an amount that takes its place.
extension AbsencePrice {
    fileprivate init(rate: Int, amount: Cents?) { self = amount.map(AbsencePrice.amount) ?? .percent(rate) }

    fileprivate var rate: Int {
        if case .percent(let rate) = self { rate } else { 100 }
    }

    fileprivate var amount: Cents? {
        if case .amount(let amount) = self { amount } else { nil }
    }
}
