import PortalCore

extension DemoStore {
    /// Says when the children of each activity that asks come and leave; of one in six nobody has said it yet. Some leave at another hour on the
    /// next day that they are booked.
    func insertTimes(_ activities: [Activity], today: CivilDate) throws {
        for unit in activities.flatMap(\.units) where unit.asksTimes {
            let bookings: [(child: Identifier<Child>, household: Identifier<Household>, day: CivilDate)] = try transaction.query(
                """
                SELECT b.child_id, b.household_id, min(b.day) FROM bookings b WHERE b.unit_id = $1 AND b.day >= $2 AND b.state = 1
                GROUP BY b.child_id, b.household_id ORDER BY b.child_id, b.household_id
                """,
                unit.id,
                today
            ) { (try $0[0], try $0[1], try $0[2]) }
            for booking in bookings where booking.child.rawValue % 6 != 0 {
                let number = Int(booking.child.rawValue)
                try transaction.execute(
                    "INSERT INTO usual_times (child_id, unit_id, household_id, arrival, departure) VALUES ($1, $2, $3, $4, $5)",
                    booking.child,
                    unit.id,
                    booking.household,
                    unit.times(of: .arrival).element(number),
                    unit.times(of: .departure).element(number)
                )
                guard number % 5 == 0 else { continue }
                try transaction.execute(
                    "INSERT INTO booking_times (child_id, day, unit_id, arrival, departure) VALUES ($1, $2, $3, $4, $5)",
                    booking.child,
                    booking.day,
                    unit.id,
                    unit.times(of: .arrival).element(number + 1),
                    unit.times(of: .departure).element(number + 1)
                )
            }
        }
    }
}

extension [CivilTime] {
    /// One of them for a number; nil when there is none.
    fileprivate func element(_ number: Int) -> CivilTime? { isEmpty ? nil : self[number % count] }
}
