/// Counts what is booked in an activity.
struct BookedCountStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func count(in activity: Identifier<Activity>, from first: CivilDate, through last: CivilDate) throws -> BookedCount {
        let count = try transaction.first(
            """
            SELECT count(*), count(DISTINCT b.household_id) FROM units u JOIN bookings b ON b.unit_id = u.id
            WHERE u.activity_id = $1 AND b.day BETWEEN $2 AND $3
            """,
            activity,
            first,
            last
        ) { try BookedCount(bookings: $0[0], households: $0[1]) }
        return count ?? BookedCount(bookings: 0, households: 0)
    }
}
