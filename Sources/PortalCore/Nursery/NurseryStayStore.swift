/// The rows of what the roll call and the families say of the children under contract, day by day.
struct NurseryStayStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// A contract's days over a span, in order.
    func stays(of contract: Identifier<CareContract>, from first: CivilDate, through last: CivilDate) throws -> [NurseryStay] {
        try transaction.query(
            """
            SELECT s.day, s.presence, s.arrived, s.departed, s.absent, s.reason, m.first_name || ' ' || m.last_name
            FROM nursery_stays s LEFT JOIN staff_members m ON m.id = s.called_by
            WHERE s.contract_id = $1 AND s.day BETWEEN $2 AND $3 ORDER BY s.day
            """,
            contract,
            first,
            last,
            decode: stay
        )
    }

    /// The same of all of a nursery's contracts, in one query.
    func stays(in activity: Identifier<Activity>, over days: ClosedRange<CivilDate>) throws -> [Identifier<CareContract>: [NurseryStay]] {
        let rows = try transaction.query(
            """
            SELECT s.day, s.presence, s.arrived, s.departed, s.absent, s.reason, m.first_name || ' ' || m.last_name, s.contract_id
            FROM care_contracts k JOIN nursery_stays s ON s.contract_id = k.id LEFT JOIN staff_members m ON m.id = s.called_by
            WHERE k.activity_id = $1 AND s.day BETWEEN $2 AND $3 ORDER BY s.contract_id, s.day
            """,
            activity,
            days.lowerBound,
            days.upperBound
        ) { (contract: try $0[7] as Identifier<CareContract>, stay: try stay($0)) }
        return Dictionary(grouping: rows, by: \.contract).mapValues { $0.map(\.stay) }
    }

    private func stay(_ row: any Row) throws -> NurseryStay {
        let mark = try AttendanceMark(row[1], arrivedAt: row[2], leftAt: row[3])
        return try NurseryStay(date: row[0], mark: mark, told: row[4], reason: row[5], calledBy: row[6])
    }

    /// Writes what the roll call says.
    ///
    /// - Parameter member: who called the child; nil for the closing of the day.
    func call(_ mark: AttendanceMark, of slot: CareSlot, by member: Identifier<StaffMember>?, at now: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO nursery_stays (contract_id, day, arrived, departed, absent, reason, presence, called_by, changed_at)
            VALUES ($1, $2, $3, $4, 0, '', $5, $6, $7)
            ON CONFLICT (contract_id, day) DO UPDATE SET arrived = excluded.arrived, departed = excluded.departed, presence = excluded.presence,
                called_by = excluded.called_by, changed_at = excluded.changed_at
            """,
            slot.contract,
            slot.date,
            mark.arrivedAt,
            mark.leftAt,
            mark.presence,
            member,
            now
        )
    }

    /// Writes what becomes of the hours if the child does not come.
    ///
    /// - Parameter account: the parent who told it; nil for the nursery.
    func tell(_ absence: StayAbsence, _ reason: String, of slot: CareSlot, by account: Identifier<Account>? = nil, at now: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO nursery_stays (contract_id, day, absent, reason, told_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (contract_id, day) DO UPDATE SET absent = excluded.absent, reason = excluded.reason,
                told_by = coalesce(excluded.told_by, nursery_stays.told_by), changed_at = excluded.changed_at
            """,
            slot.contract,
            slot.date,
            absence,
            reason,
            account,
            now
        )
    }

    /// Takes the hours of an absence off; a child who came after all stays present.
    func excuse(_ slot: CareSlot, at now: Instant) throws {
        try transaction.execute(
            "UPDATE nursery_stays SET absent = $3, changed_at = $4 WHERE contract_id = $1 AND day = $2 AND absent = $5",
            slot.contract,
            slot.date,
            StayAbsence.excused,
            now,
            StayAbsence.charged
        )
    }

    /// Gives back the absences that the closing of a day had noted.
    func takeBackAbsences(in activity: Identifier<Activity>, on date: CivilDate) throws {
        try transaction.execute(
            """
            UPDATE nursery_stays SET presence = NULL WHERE day = $2 AND presence = 2 AND called_by IS NULL
                AND contract_id IN (SELECT id FROM care_contracts WHERE activity_id = $1)
            """,
            activity,
            date
        )
    }
}
