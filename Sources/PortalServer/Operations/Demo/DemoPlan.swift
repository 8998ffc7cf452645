import PortalCore

/// What becomes a family's rows, but for the numbers that the database gives.
struct DemoPlan: Sendable {
    let number: Int
    let family: DemoFamily
    /// For each home, the logins of its adults; nil where an adult has no account.
    let logins: [[Login?]]
    /// For each home, the key that waits for its first account; nil where there is one.
    let keys: [ActivationKey?]
    /// For each child, in the order of the family.
    let children: [DemoChildPlan]
    /// When the town prepared the household, and when its members created their accounts.
    let preparedAt: Instant
    let joinedAt: Instant
    /// The last two logins of each account, in order.
    let logIns: [Instant]
}

/// The activities and the booked days of a child.
struct DemoChildPlan: Sendable {
    let habits: [DemoHabit]
    let bookings: [DemoBooking]
}

/// A booking of a child that has no number yet.
struct DemoBooking: Sendable {
    let unit: Identifier<BookableUnit>
    let group: Identifier<ActivityGroup>
    let date: CivilDate
    let price: Cents
    let state: BookingState
    /// Which of the family's homes books and owes it.
    let home: Int
}
