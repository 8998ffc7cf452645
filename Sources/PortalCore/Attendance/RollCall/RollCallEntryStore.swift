/// The taps of the roll call, each kept as it came, about a slot of a child or about a day of a contract.
struct RollCallEntryStore {
    /// A tap, and who made it.
    typealias Tap = (entry: RollCallEntry, member: Identifier<StaffMember>)

    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Keeps an entry; false when its key is known already.
    func insert(_ entry: RollCallEntry, by member: Identifier<StaffMember>, at now: Instant) throws -> Bool {
        let stored = entry.act.stored
        let tap: [any DatabaseBindable] = [entry.moment, entry.key.text, stored.kind, stored.arrivedAt, stored.leftAt, member, now]
        return try transaction.execute(entry.subject.insertion, values: (entry.subject.key + tap).map(\.databaseValue)) == 1
    }

    func isKnown(_ key: IdempotencyKey) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM roll_call_entries WHERE entry_key = $1 UNION ALL SELECT 1 FROM care_call_entries WHERE entry_key = $1",
            key.text,
            decode: { _ in true }
        ) ?? false
    }

    /// Every tap about a subject, in the order of their moments.
    func taps(of subject: RollCallSubject) throws -> [Tap] {
        try transaction.query(subject.selection, values: subject.key.map(\.databaseValue)) { row in
            guard let key = IdempotencyKey(try row[0] as String), let act = RollCallAct(stored: try row[2], arrivedAt: try row[3], leftAt: try row[4])
            else { throw DatabaseError.decoding(column: "act", type: "RollCallAct") }
            return (RollCallEntry(key: key, subject, act: act, moment: try row[1]), try row[5])
        }
    }
}

extension RollCallSubject {
    fileprivate var key: [any DatabaseBindable] {
        switch self {
        case .slot(let slot): [slot.unit, slot.date, slot.child]
        case .care(let slot): [slot.contract, slot.date]
        }
    }

    fileprivate var insertion: StaticString {
        switch self {
        case .slot:
            """
            INSERT INTO roll_call_entries (unit_id, day, child_id, moment, entry_key, act, arrived_at, left_at, staff_id, received_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING
            """
        case .care:
            """
            INSERT INTO care_call_entries (contract_id, day, moment, entry_key, act, arrived_at, left_at, staff_id, received_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING
            """
        }
    }

    fileprivate var selection: StaticString {
        switch self {
        case .slot:
            """
            SELECT entry_key, moment, act, arrived_at, left_at, staff_id FROM roll_call_entries
            WHERE unit_id = $1 AND day = $2 AND child_id = $3 ORDER BY moment, entry_key
            """
        case .care:
            """
            SELECT entry_key, moment, act, arrived_at, left_at, staff_id FROM care_call_entries
            WHERE contract_id = $1 AND day = $2 ORDER BY moment, entry_key
            """
        }
    }
}
