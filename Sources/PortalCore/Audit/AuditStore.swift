/// Reads and writes the journal. Nothing changes or deletes an entry.
package struct AuditStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    package func insert(_ entry: AuditEntry) throws {
        let (kind, number) = entry.actor.stored
        try transaction.execute(
            "INSERT INTO audit (at, actor, actor_kind, act, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)",
            entry.at,
            number,
            kind,
            entry.act,
            entry.subject,
            entry.detail
        )
    }

    /// What happened to one thing, the latest first. Things of different kinds share numbers: the act tells them apart.
    package func entries<Subject>(about subject: Identifier<Subject>, limit: Int = 100) throws -> [AuditEntry] {
        try transaction.query(
            "SELECT at, actor, actor_kind, act, subject, detail FROM audit WHERE subject = $1 ORDER BY id DESC LIMIT $2",
            subject,
            limit
        ) { row in
            guard let actor = Actor(kind: try row[2], number: try row[1]) else {
                throw DatabaseError.decoding(column: "actor_kind", type: "Actor")
            }
            return try AuditEntry(at: row[0], actor: actor, act: row[3], subject: row[4], detail: row[5])
        }
    }
}
