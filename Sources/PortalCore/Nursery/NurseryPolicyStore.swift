/// Reads and writes what nurseries' règlements say, by the code of the activity.
struct NurseryPolicyStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func all() throws -> [String: NurseryPolicy] {
        let rows = try transaction.query("SELECT activity, notice, decision, yearly_leave, overrun FROM nursery_policies") { row in
            (try row[0] as String, try NurseryPolicy(notice: row[1], decision: row[2], usualLeave: row[3], overrun: row[4]))
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// Writes a definition's policies over those that there are.
    func replace(with definition: PortalDefinition) throws {
        try transaction.execute("DELETE FROM nursery_policies")
        for activity in definition.activities {
            guard let policy = activity.nursery else { continue }
            try transaction.execute(
                "INSERT INTO nursery_policies (activity, notice, decision, yearly_leave, overrun) VALUES ($1, $2, $3, $4, $5)",
                activity.code,
                policy.notice,
                policy.decision,
                policy.usualLeave,
                policy.overrun
            )
        }
    }
}
