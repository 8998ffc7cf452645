/// The dated horizons' rows.
struct DatedHorizonStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Every activity's, in order of their first day.
    func all() throws -> [Identifier<Activity>: [DatedHorizon]] {
        let rows: [(Identifier<Activity>, DatedHorizon)] = try transaction.query(
            "SELECT activity_id, first_day, horizon FROM dated_horizons ORDER BY activity_id, first_day"
        ) { try ($0[0], DatedHorizon(firstDay: $0[1], horizon: $0[2])) }
        return Dictionary(grouping: rows) { $0.0 }.mapValues { $0.map(\.1) }
    }

    func put(_ dated: DatedHorizon, of activity: Identifier<Activity>) throws {
        try transaction.execute(
            """
            INSERT INTO dated_horizons (activity_id, first_day, horizon) VALUES ($1, $2, $3)
            ON CONFLICT (activity_id, first_day) DO UPDATE SET horizon = excluded.horizon
            """,
            activity,
            dated.firstDay,
            dated.horizon
        )
    }

    /// Whether there was one.
    func delete(startingOn firstDay: CivilDate, of activity: Identifier<Activity>) throws -> Bool {
        try transaction.execute("DELETE FROM dated_horizons WHERE activity_id = $1 AND first_day = $2", activity, firstDay) > 0
    }

    func replace(of activity: Identifier<Activity>, with horizons: [DatedHorizon]) throws {
        try transaction.execute("DELETE FROM dated_horizons WHERE activity_id = $1", activity)
        for dated in horizons { try put(dated, of: activity) }
    }
}
