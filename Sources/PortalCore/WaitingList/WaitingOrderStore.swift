/// The rows of the activities' orders, where they are not first come, first served.
struct WaitingOrderStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func all() throws -> [Identifier<Activity>: WaitingOrder] {
        let rows = try transaction.query("SELECT activity_id, criterion FROM waiting_criteria ORDER BY activity_id, position") {
            (try $0[0] as Identifier<Activity>, WaitingCriterion(rawValue: try $0[1]))
        }
        return Dictionary(grouping: rows) { $0.0 }.mapValues { WaitingOrder($0.map(\.1)) }
    }

    func replace(of activity: Identifier<Activity>, with order: WaitingOrder) throws {
        try transaction.execute("DELETE FROM waiting_criteria WHERE activity_id = $1", activity)
        for (position, criterion) in order.criteria.enumerated() {
            try transaction.execute(
                "INSERT INTO waiting_criteria (activity_id, position, criterion) VALUES ($1, $2, $3)",
                activity,
                position,
                criterion.rawValue
            )
        }
    }
}
