/// What a closure touches: the bookings of its days, with their families.
package struct ClosureImpact: Hashable, Sendable {
    /// In order of day and child.
    package let bookings: [ClosureBooking]
    /// By name.
    package let families: [ClosureFamily]
    /// How many places families wait for on these days, or have asked of the staff.
    package let waiting: Int

    /// How many children are booked in each activity on each day, in order; days without any are left out.
    package func counts(in catalogue: PortalCatalogue) -> [ClosureCount] {
        let places = Dictionary(grouping: bookings) { ActivityDay(activity: $0.activity(in: catalogue), date: $0.booking.slot.date) }
        return places.sorted { $0.key < $1.key }.compactMap { place, bookings in
            catalogue.activity(place.activity).map { activity in
                ClosureCount(
                    date: place.date,
                    activity: activity,
                    children: Set(bookings.map(\.booking.slot.child)).count,
                    bookings: bookings.count
                )
            }
        }
    }
}

/// The bookings of one activity on one day that closes.
package struct ClosureCount: Hashable, Sendable {
    package let date: CivilDate
    package let activity: Activity
    package let children: Int
    package let bookings: Int
}

/// A family that a closure touches.
package struct ClosureFamily: Hashable, Sendable {
    package let household: Identifier<Household>
    package let name: String
    /// The first names of the children that are booked.
    package let children: [String]
    package let bookings: Int
    /// The adults that have one, by name: for a family that no mail reaches.
    package let phones: [String]
    /// Whether a mail reaches one of its adults.
    package let isReached: Bool
}

extension ClosureBooking {
    func activity(in catalogue: PortalCatalogue) -> Identifier<Activity> { catalogue.unit(booking.slot.unit)?.activity.id ?? Identifier(0) }
}

extension ClosureImpact {
    /// Reads what a closure touches. A child that was there already is left out: nothing can be cancelled any more.
    init(
        of scope: ClosureScope,
        over days: ClosedRange<CivilDate>,
        _ catalogue: PortalCatalogue,
        in transaction: any Transaction
    ) throws {
        let store = ClosureBookingStore(transaction)
        let activities = catalogue.activities.filter(scope.touches)
        bookings = try activities.flatMap { activity in
            try store.bookings(of: activity.id, over: days).filter {
                scope.closes($0.booking.group, of: activity) && $0.booking.state != .present
            }
        }
        families = try Dictionary(grouping: bookings, by: \.booking.household).compactMap { household, bookings in
            try ClosureFamily(household, bookings, in: transaction)
        }.sorted { ($0.name, $0.household) < ($1.name, $1.household) }
        let closed = Set(activities.map(\.id))
        waiting = try AwaitedPlaceStore(transaction).places(from: days.lowerBound, through: days.upperBound).count { place in
            closed.contains(place.activity) && catalogue.activity(place.activity).map { scope.closes(place.group, of: $0) } == true
        }
    }
}

extension ClosureFamily {
    fileprivate init?(_ household: Identifier<Household>, _ bookings: [ClosureBooking], in transaction: any Transaction) throws {
        guard let family = try FamilyStore(transaction).family(household) else { return nil }
        let withAccount = try AccountStore(transaction).adultsWithAccount(in: household)
        var children: [String] = []
        for booking in bookings where !children.contains(booking.firstName) { children.append(booking.firstName) }
        self.init(
            household: household,
            name: family.household.name,
            children: children,
            bookings: bookings.count,
            phones: family.adults.compactMap { adult in adult.phone.map { "\(adult.fullName) \($0.french)" } },
            isReached: family.adults.contains { withAccount.contains($0.id) && $0.email != nil }
        )
    }
}
