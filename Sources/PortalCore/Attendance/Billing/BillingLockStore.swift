/// Reads and writes the locked periods.
package struct BillingLockStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// The locks that hold on at least a day of a span.
    package func locks(from first: CivilDate, through last: CivilDate) throws -> BillingLocks {
        let days: [(CivilDate, CivilDate)] = try transaction.query(
            "SELECT first_day, last_day FROM billing_locks WHERE last_day >= $1 AND first_day <= $2 AND released_at IS NULL",
            first,
            last
        ) { (try $0[0], try $0[1]) }
        return BillingLocks(days.filter { $0.0 <= $0.1 }.map { $0.0...$0.1 })
    }

    /// Every period that was ever locked, the latest first.
    func all() throws -> [BillingLock] {
        try transaction.query(
            """
            SELECT l.id, l.first_day, l.last_day, l.locked_at, m.first_name || ' ' || m.last_name, l.released_at
            FROM billing_locks l JOIN staff_members m ON m.id = l.locked_by ORDER BY l.first_day DESC, l.id DESC
            """
        ) { row in
            try BillingLock(id: row[0], firstDay: row[1], lastDay: row[2], lockedAt: row[3], lockedBy: row[4], releasedAt: row[5])
        }
    }

    func insert(_ days: ClosedRange<CivilDate>, by member: Identifier<StaffMember>, at now: Instant) throws -> Identifier<BillingLock> {
        let id: Identifier<BillingLock>? = try transaction.first(
            "INSERT INTO billing_locks (first_day, last_day, locked_at, locked_by) VALUES ($1, $2, $3, $4) RETURNING id",
            days.lowerBound,
            days.upperBound,
            now,
            member,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    /// False when it does not hold.
    func release(_ id: Identifier<BillingLock>, by member: Identifier<StaffMember>, at now: Instant) throws -> Bool {
        try transaction.execute(
            "UPDATE billing_locks SET released_at = $2, released_by = $3 WHERE id = $1 AND released_at IS NULL",
            id,
            now,
            member
        ) == 1
    }
}
