/// The taps about children under contract.
struct CareCallStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Keeps an entry; false when its key is known already.
    func insert(_ entry: RollCallEntry, of slot: CareSlot, by member: Identifier<StaffMember>, at now: Instant) throws -> Bool {
        let stored = entry.act.stored
        return try transaction.execute(
            """
            INSERT INTO care_call_entries (contract_id, day, moment, entry_key, act, arrived_at, left_at, staff_id, received_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING
            """,
            slot.contract,
            slot.date,
            entry.moment,
            entry.key.text,
            stored.kind,
            stored.arrivedAt,
            stored.leftAt,
            member,
            now
        ) == 1
    }

    func isKnown(_ key: IdempotencyKey) throws -> Bool {
        try transaction.first("SELECT 1 FROM care_call_entries WHERE entry_key = $1", key.text, decode: { _ in true }) ?? false
    }

    /// Every entry of a day, with who made it, in the order of their moments.
    func entries(of slot: CareSlot) throws -> [(entry: RollCallEntry, member: Identifier<StaffMember>)] {
        try transaction.query(
            """
            SELECT entry_key, moment, act, arrived_at, left_at, staff_id FROM care_call_entries
            WHERE contract_id = $1 AND day = $2 ORDER BY moment, entry_key
            """,
            slot.contract,
            slot.date
        ) { row in
            guard let key = IdempotencyKey(try row[0] as String), let act = RollCallAct(stored: try row[2], arrivedAt: try row[3], leftAt: try row[4])
            else { throw DatabaseError.decoding(column: "act", type: "RollCallAct") }
            return (RollCallEntry(key: key, .care(slot), act: act, moment: try row[1]), try row[5])
        }
    }
}
