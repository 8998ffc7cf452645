/// Reads and writes what absences cost: the town's policy, and those of the activities that have their own.
struct AbsencePolicyStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// By the activity's code; the town's own under the empty one.
    func all() throws -> [String: AbsencePolicy] {
        let rows = try transaction.query("SELECT scope, policy FROM absence_policies") { (try $0[0] as String, try $0[1] as AbsencePolicy) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// The town's policy.
    func town() throws -> AbsencePolicy? {
        try transaction.first("SELECT policy FROM absence_policies WHERE scope = ''") { try $0[0] }
    }

    /// Writes a definition's policies over those that there are.
    func replace(with definition: PortalDefinition) throws {
        try transaction.execute("DELETE FROM absence_policies")
        try insert("", definition.settings.absences)
        for activity in definition.activities {
            if let policy = activity.absences { try insert(activity.code, policy) }
        }
    }

    private func insert(_ scope: String, _ policy: AbsencePolicy) throws {
        try transaction.execute("INSERT INTO absence_policies (scope, policy) VALUES ($1, $2)", scope, policy)
    }
}
