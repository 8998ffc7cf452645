/// Reads and writes the journal. Nothing changes or deletes an entry: the database refuses it, and the chain would show it.
package struct AuditStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Puts an entry at the end of its actor's chain.
    package func insert(_ entry: AuditEntry) throws {
        let chain = AuditChain(of: entry.actor)
        try transaction.lock(chain.lock)
        let anchor = try (head(of: chain) ?? .beginning(of: chain)).next(entry)
        let (kind, number) = entry.actor.stored
        try transaction.execute(
            "INSERT INTO audit (chain, number, at, actor, actor_kind, act, subject, detail, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            chain.number,
            anchor.line,
            entry.at,
            number,
            kind,
            entry.act,
            entry.subject,
            entry.detail,
            anchor.hash
        )
    }

    /// What happened to one thing, the latest first. Things of different kinds share numbers: the act tells them apart.
    package func entries<Subject>(about subject: Identifier<Subject>, limit: Int = 100) throws -> [AuditEntry] {
        try transaction.query(
            "SELECT at, actor, actor_kind, act, subject, detail FROM audit WHERE subject = $1 ORDER BY at DESC, number DESC LIMIT $2",
            subject,
            limit,
            decode: entry
        )
    }

    /// The last line of every chain that has one.
    package func heads() throws -> [AuditAnchor] { try (0..<AuditChain.count).compactMap { try head(of: AuditChain($0)) } }

    /// All lines of the table, in a chain or not.
    func count() throws -> Int { try transaction.first("SELECT count(*) FROM audit") { try $0[0] } ?? 0 }

    private func head(of chain: AuditChain) throws -> AuditAnchor? {
        try transaction.first("SELECT number, hash FROM audit WHERE chain = $1 ORDER BY number DESC LIMIT 1", chain.number) { row in
            try AuditAnchor(chain: chain, line: row[0], hash: row[1])
        }
    }

    /// A line of the journal as it is stored; no entry when its actor is of no kind that the portal writes.
    struct Line {
        let anchor: AuditAnchor
        let entry: AuditEntry?
    }

    /// The lines of a chain that follow a number, in order: at most `limit`.
    func lines(of chain: AuditChain, after number: Int64, limit: Int) throws -> [Line] {
        try transaction.query(
            """
            SELECT at, actor, actor_kind, act, subject, detail, number, hash FROM audit WHERE chain = $1 AND number > $2 ORDER BY number LIMIT $3
            """,
            chain.number,
            number,
            limit
        ) { row in
            try Line(anchor: AuditAnchor(chain: chain, line: row[6], hash: row[7]), entry: try? entry(row))
        }
    }

    private func entry(_ row: any Row) throws -> AuditEntry {
        guard let actor = Actor(kind: try row[2], number: try row[1]) else {
            throw DatabaseError.decoding(column: "audit.actor_kind", type: "Actor")
        }
        return try AuditEntry(at: row[0], actor: actor, act: row[3], subject: row[4], detail: row[5])
    }
}
