import PortalCore

extension DemoStore {
    /// Says for the children of each activity with buses where they get on and off; of one in seven nobody has said it yet.
    func insertStops(_ activities: [Activity], from firstDay: CivilDate) throws {
        for activity in activities {
            guard let buses = activity.buses else { continue }
            let children: [Identifier<Child>] = try transaction.query(
                "SELECT DISTINCT child_id FROM enrolments WHERE activity_id = $1 ORDER BY child_id",
                activity.id
            ) { try $0[0] }
            for child in children where child.rawValue % 7 != 0 {
                for trip in BusTrip.allCases {
                    let places = buses.places(on: trip)
                    guard !places.isEmpty else { continue }
                    let place = places[Int(child.rawValue) % places.count]
                    try transaction.execute(
                        "INSERT INTO child_stops (child_id, activity_id, trip, first_day, line, stop) VALUES ($1, $2, $3, $4, $5, $6)",
                        child,
                        activity.id,
                        trip,
                        firstDay,
                        place.line.code,
                        place.stop.code
                    )
                }
            }
        }
    }
}
