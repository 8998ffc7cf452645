/// The rows of the days that an activity opens besides its pattern.
struct ExtraDayStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func add(_ days: [CivilDate], to activity: Identifier<Activity>) throws {
        for day in days {
            try transaction.execute("INSERT INTO extra_days (activity_id, day) VALUES ($1, $2) ON CONFLICT DO NOTHING", activity, day)
        }
    }

    /// Whether it was one.
    func remove(_ day: CivilDate, from activity: Identifier<Activity>) throws -> Bool {
        try transaction.execute("DELETE FROM extra_days WHERE activity_id = $1 AND day = $2", activity, day) > 0
    }
}
