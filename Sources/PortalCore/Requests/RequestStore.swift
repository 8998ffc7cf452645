/// The requests' rows, with a line for each answer.
package struct RequestStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// A request as its rows hold it, before names are put on its numbers.
    struct Stored {
        let id: Identifier<Request>
        let kind: RequestKind
        let account: Identifier<Account>?
        let createdAt: Instant
        let note: String?
    }

    struct StoredLine {
        let change: BookingChange
        let outcome: BookingOutcome
        let price: Cents
        let surcharge: Cents
        let kept: Cents?
        /// The contract that the day is of, and its nursery; nil for what is booked.
        let care: (contract: Identifier<CareContract>, activity: Identifier<Activity>)?
    }

    func insert(
        _ kind: RequestKind,
        _ counts: OutcomeCounts,
        by account: Identifier<Account>,
        household: Identifier<Household>,
        key: IdempotencyKey,
        at now: Instant
    ) throws -> Identifier<Request> {
        let id: Identifier<Request>? = try transaction.first(
            """
            INSERT INTO requests (kind, account_id, household_id, created_at, idempotency_key, granted, refused)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
            """,
            kind,
            account,
            household,
            now,
            key.stored(of: account),
            counts.granted,
            counts.refused,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    func insert(_ line: BookingReviewLine, at position: Int, of request: Identifier<Request>) throws {
        let slot = line.change.slot
        try transaction.execute(
            """
            INSERT INTO request_lines
                (request_id, position, child_id, day, unit_id, change, outcome, price, surcharge, reason, kept, contract_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            request,
            position,
            slot.child,
            slot.date,
            slot.unit,
            line.change.kind,
            line.outcome.code,
            line.price,
            line.surcharge,
            line.outcome.reason,
            line.kept,
            line.care
        )
    }

    /// The request that an account has confirmed with this key, nil when it is new.
    func request(_ key: IdempotencyKey, of account: Identifier<Account>) throws -> Stored? {
        try transaction.first(
            "SELECT id, kind, account_id, created_at, note FROM requests WHERE idempotency_key = $1",
            key.stored(of: account),
            decode: stored
        )
    }

    /// Any request; nil when there is none of this number.
    func request(_ id: Identifier<Request>) throws -> Stored? {
        try transaction.first("SELECT id, kind, account_id, created_at, note FROM requests WHERE id = $1", id, decode: stored)
    }

    /// A request of one of an adult's households; nil for a stranger's, as for one that does not exist.
    func request(_ id: Identifier<Request>, for adult: Identifier<Adult>) throws -> Stored? {
        try transaction.first(
            """
            SELECT r.id, r.kind, r.account_id, r.created_at, r.note
            FROM requests r JOIN household_adults a ON a.household_id = r.household_id WHERE r.id = $1 AND a.adult_id = $2
            """,
            id,
            adult,
            decode: stored
        )
    }

    func lines(of request: Identifier<Request>) throws -> [StoredLine] {
        try transaction.query(
            """
            SELECT l.child_id, l.unit_id, l.day, l.change, l.outcome, l.reason, l.price, l.surcharge, l.kept,
                l.contract_id, k.activity_id
            FROM request_lines l LEFT JOIN care_contracts k ON k.id = l.contract_id WHERE l.request_id = $1 ORDER BY l.position
            """,
            request
        ) { row in
            let slot = try BookingSlot(child: row[0], unit: row[1], date: row[2])
            guard let outcome = BookingOutcome(code: try row[4], reason: try row[5]) else {
                throw DatabaseError.decoding(column: "request_lines.outcome", type: "BookingOutcome")
            }
            let (contract, nursery): (Identifier<CareContract>?, Identifier<Activity>?) = (try row[9], try row[10])
            let care = contract.flatMap { contract in nursery.map { (contract: contract, activity: $0) } }
            return try StoredLine(
                change: BookingChange(row[3], slot),
                outcome: outcome,
                price: row[6],
                surcharge: row[7],
                kept: row[8],
                care: care
            )
        }
    }

    /// The latest requests of an adult's households, the latest first. The lines are read only for an adult from whom a child is kept, to leave
    /// that child's out.
    package func summaries(for adult: Identifier<Adult>, limit: Int) throws -> [RequestSummary] {
        try transaction.query(
            """
            SELECT r.id, r.kind, r.created_at,
                CASE WHEN EXISTS (SELECT 1 FROM child_relations k WHERE k.adult_id = $1 AND k.sees = 0)
                    THEN (SELECT count(*) FROM request_lines l WHERE l.request_id = r.id AND l.outcome > 0
                        AND l.child_id NOT IN (SELECT k.child_id FROM child_relations k WHERE k.adult_id = $1 AND k.sees = 0))
                    ELSE r.granted END,
                CASE WHEN EXISTS (SELECT 1 FROM child_relations k WHERE k.adult_id = $1 AND k.sees = 0)
                    THEN (SELECT count(*) FROM request_lines l WHERE l.request_id = r.id AND l.outcome < 0
                        AND l.child_id NOT IN (SELECT k.child_id FROM child_relations k WHERE k.adult_id = $1 AND k.sees = 0))
                    ELSE r.refused END,
                CASE WHEN r.staff_id IS NULL THEN 0 ELSE 1 END
            FROM (
                SELECT latest.id, latest.kind, latest.created_at, latest.staff_id, latest.granted, latest.refused
                FROM household_adults a JOIN requests latest ON latest.household_id = a.household_id
                WHERE a.adult_id = $1 ORDER BY latest.created_at DESC, latest.id DESC LIMIT $2
            ) r
            WHERE NOT EXISTS (SELECT 1 FROM child_relations k WHERE k.adult_id = $1 AND k.sees = 0)
                OR EXISTS (SELECT 1 FROM request_lines l WHERE l.request_id = r.id
                    AND l.child_id NOT IN (SELECT k.child_id FROM child_relations k WHERE k.adult_id = $1 AND k.sees = 0))
            ORDER BY r.created_at DESC, r.id DESC
            """,
            adult,
            limit,
            decode: summary
        )
    }

    /// The latest requests of a household, the latest first.
    func summaries(of household: Identifier<Household>, limit: Int) throws -> [RequestSummary] {
        try transaction.query(
            """
            SELECT r.id, r.kind, r.created_at, r.granted, r.refused, CASE WHEN r.staff_id IS NULL THEN 0 ELSE 1 END
            FROM requests r WHERE r.household_id = $1 ORDER BY r.created_at DESC, r.id DESC LIMIT $2
            """,
            household,
            limit,
            decode: summary
        )
    }

    private func summary(_ row: any Row) throws -> RequestSummary {
        try RequestSummary(id: row[0], kind: row[1], createdAt: row[2], accepted: row[3], refused: row[4], isByService: (row[5] as Int) == 1)
    }

    private func stored(_ row: any Row) throws -> Stored {
        try Stored(id: row[0], kind: row[1], account: row[2], createdAt: row[3], note: row[4])
    }
}

extension IdempotencyKey {
    /// Keys of different accounts never meet: knowing somebody's key gives nothing of theirs.
    fileprivate func stored(of account: Identifier<Account>) -> String { "\(account.rawValue):\(text)" }
}
