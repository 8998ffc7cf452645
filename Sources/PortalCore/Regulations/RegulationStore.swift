/// The règlements' rows, and who has accepted them.
struct RegulationStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// In the town's order.
    func all() throws -> [Regulation] {
        try transaction.query("SELECT code, title, version, body, activities FROM regulations ORDER BY position") { row in
            let activities: String = try row[4]
            return try Regulation(
                code: row[0],
                title: row[1],
                version: row[2],
                body: row[3],
                activities: activities.split(separator: " ").map(String.init)
            )
        }
    }

    func replace(with regulations: [Regulation]) throws {
        try transaction.execute("DELETE FROM regulations")
        for (position, regulation) in regulations.enumerated() {
            try transaction.execute(
                "INSERT INTO regulations (code, title, version, body, activities, position) VALUES ($1, $2, $3, $4, $5, $6)",
                regulation.code,
                regulation.title,
                regulation.version,
                regulation.body,
                regulation.activities.joined(separator: " "),
                position
            )
        }
    }

    /// Keeps the first time only.
    func accept(_ regulation: Regulation, by adult: Identifier<Adult>, at now: Instant) throws {
        try transaction.execute(
            "INSERT INTO regulation_acceptances (adult_id, code, version, accepted_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            adult,
            regulation.code,
            regulation.version,
            now
        )
    }

    /// The versions that an adult has accepted, by code and version.
    func acceptances(of adult: Identifier<Adult>) throws -> [[String]: Instant] {
        let rows: [([String], Instant)] = try transaction.query(
            "SELECT code, version, accepted_at FROM regulation_acceptances WHERE adult_id = $1",
            adult
        ) { row in
            try ([row[0], row[1]], row[2])
        }
        return Dictionary(rows) { first, _ in first }
    }
}
