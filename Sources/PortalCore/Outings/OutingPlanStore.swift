/// Reads and writes the outings' plans, by the code of the activity.
struct OutingPlanStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func all() throws -> [String: OutingPlan] {
        let rows = try transaction.query("SELECT activity, meeting, participants FROM outings") { row in
            let participants: String = try row[2]
            return (try row[0] as String, try OutingPlan(meeting: row[1], participants: participants.split(separator: " ").map(String.init)))
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// Writes a definition's plans over those that there are.
    func replace(with definition: PortalDefinition) throws {
        try transaction.execute("DELETE FROM outings")
        for activity in definition.activities {
            guard let plan = activity.outing else { continue }
            try transaction.execute(
                "INSERT INTO outings (activity, meeting, participants) VALUES ($1, $2, $3)",
                activity.code,
                plan.meeting,
                plan.participants.joined(separator: " ")
            )
        }
    }
}
