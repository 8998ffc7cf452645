/// What would keep a family from having a place, were one free now: told before its turn comes.
struct WaitingHindrances {
    private let access: HouseholdAccess
    private let obstacles: [BookingObstacle]
    private let custody: [Identifier<Child>: CustodyCalendar]
    private let calendar: SchoolCalendar

    init(_ access: HouseholdAccess, _ places: [AwaitedPlace], _ catalogue: PortalCatalogue, in transaction: any Transaction, at now: Instant) throws {
        self.access = access
        let isWaiting = places.contains(where: \.isWaiting)
        obstacles = isWaiting ? try BookingObstacles(catalogue).all(to: access, in: transaction, at: now) : []
        custody = isWaiting ? try CustodyStore(transaction).calendars(of: Set(places.map(\.slot.child)).sorted()) : [:]
        calendar = catalogue.calendar
    }

    func sentence(about place: AwaitedPlace) -> String? {
        guard place.isWaiting else { return nil }
        if let home = custody[place.slot.child]?.household(on: place.slot.date, in: calendar), access.family(home) == nil {
            return BookingRefusal.otherHouseholdDay(place.slot.date).french
        }
        return obstacles.first { $0.concerns(place.activity, of: place.slot.child) }.map { BookingRefusal.blocked($0).french }
    }
}
