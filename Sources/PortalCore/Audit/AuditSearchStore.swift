/// Reads the journal by what somebody looks for in it.
struct AuditSearchStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// The lines that a filter leaves, the latest first, those after a position when one is given: a page of the list.
    func lines(_ filter: AuditFilter, after position: AuditPosition?, limit: Int) throws -> [AuditLine] {
        let position = position ?? .latest
        let who = filter.who?.stored
        return try transaction.query(
            """
            SELECT e.at, e.actor, e.actor_kind, e.act, e.subject, e.detail, e.chain, e.number,
                coalesce(m.first_name || ' ' || m.last_name, p.first_name || ' ' || p.last_name)
            FROM audit e
            LEFT JOIN staff_members m ON e.actor_kind = 2 AND m.id = e.actor
            LEFT JOIN accounts a ON e.actor_kind = 1 AND a.id = e.actor LEFT JOIN adults p ON p.id = a.adult_id
            WHERE e.at >= $1 AND e.at < $2 AND (e.at, e.chain, e.number) < ($3, $4, $5)
                AND (CAST($6 AS TEXT) = '' OR e.act = $6) AND (CAST($7 AS BIGINT) < 0 OR e.actor_kind = CAST($7 AS BIGINT)) AND (CAST($8 AS BIGINT) < 0 OR e.actor = CAST($8 AS BIGINT))
                AND (CAST($9 AS BIGINT) < 0 OR e.subject = CAST($9 AS BIGINT))
            ORDER BY e.at DESC, e.chain DESC, e.number DESC LIMIT $10
            """,
            filter.firstDay.map { ParisTime.instant($0, at: .midnight) } ?? Instant(seconds: 0),
            filter.lastDay.map { ParisTime.instant($0.adding(days: 1), at: .midnight) } ?? AuditPosition.latest.at,
            position.at,
            position.chain,
            position.number,
            filter.act?.rawValue ?? "",
            who?.kind ?? -1,
            who?.number ?? -1,
            filter.subject ?? -1,
            limit,
            decode: line
        )
    }

    /// The acts that the journal has, by name.
    func acts() throws -> [AuditAct] { try transaction.query("SELECT DISTINCT act FROM audit ORDER BY act") { try $0[0] } }

    private func line(_ row: any Row) throws -> AuditLine {
        guard let actor = Actor(kind: try row[2], number: try row[1]) else { throw DatabaseError.decoding(column: "audit.actor_kind", type: "Actor") }
        return try AuditLine(
            entry: AuditEntry(at: row[0], actor: actor, act: row[3], subject: row[4], detail: row[5]),
            actorName: row[8],
            position: AuditPosition(at: row[0], chain: row[6], number: row[7])
        )
    }
}
