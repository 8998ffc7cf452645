/// The rows of what the nursery noted of the children, day by day.
struct NurseryStayStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// A contract's days over a span, in order.
    func stays(of contract: Identifier<CareContract>, from first: CivilDate, through last: CivilDate) throws -> [NurseryStay] {
        try transaction.query(
            """
            SELECT day, arrived, departed, absent, reason FROM nursery_stays
            WHERE contract_id = $1 AND day BETWEEN $2 AND $3 ORDER BY day
            """,
            contract,
            first,
            last
        ) { try NurseryStay(date: $0[0], arrived: $0[1], departed: $0[2], absence: $0[3], reason: $0[4]) }
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

    /// Writes what is known of a day over what was.
    ///
    /// - Parameters:
    ///   - account: the parent who told the absence.
    ///   - member: who called the roll.
    func put(
        _ stay: NurseryStay,
        of contract: Identifier<CareContract>,
        toldBy account: Identifier<Account>? = nil,
        calledBy member: Identifier<StaffMember>? = nil,
        at now: Instant
    ) throws {
        try transaction.execute(
            """
            INSERT INTO nursery_stays (contract_id, day, arrived, departed, absent, reason, told_by, called_by, changed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (contract_id, day) DO UPDATE SET arrived = excluded.arrived, departed = excluded.departed, absent = excluded.absent,
                reason = excluded.reason, told_by = coalesce(excluded.told_by, nursery_stays.told_by),
                called_by = coalesce(excluded.called_by, nursery_stays.called_by), changed_at = excluded.changed_at
            """,
            contract,
            stay.date,
            stay.arrived,
            stay.departed,
            stay.absence,
            stay.reason,
            account,
            member,
            now
        )
    }
}
