/// What the towns' orders ask about everybody who waits on some days, read at once.
struct WaitingStanding {
    private let families: FamilyStanding
    /// The children of whose household another one is booked in the activity that day.
    private let siblings: Set<ChildDay>

    struct ChildDay: Hashable {
        let child: Identifier<Child>
        let day: ActivityDay
    }

    /// - Parameter days: those on which somebody waits for an activity with an order.
    init(on days: ClosedRange<CivilDate>, in transaction: any Transaction, _ catalogue: PortalCatalogue) throws {
        let store = WaitingStandingStore(transaction, days)
        families = FamilyStanding(
            residents: try store.homes().filter { catalogue.settings.isResident($0.value) }.keys.reduce(into: []) { $0.insert($1) },
            marks: try HouseholdMarkStore(transaction).marks(ofThoseWaitingOn: days),
            enrolments: try store.enrolments()
        )
        siblings = try store.siblings()
    }

    /// What a place's family has of what an order asks for.
    func holds(_ criterion: WaitingCriterion, for place: AwaitedPlace) -> Bool {
        switch criterion {
        case .siblings: siblings.contains(ChildDay(child: place.slot.child, day: place.day))
        case .kind(let kind): families.has(kind, place.slot.child, school: "", payer: place.household, in: place.activity, on: place.slot.date)
        }
    }
}

/// Reads it, of those who wait in line.
private struct WaitingStandingStore {
    private let transaction: any Transaction
    private let days: ClosedRange<CivilDate>

    init(_ transaction: any Transaction, _ days: ClosedRange<CivilDate>) {
        self.transaction = transaction
        self.days = days
    }

    func homes() throws -> [Identifier<Household>: PostalAddress] {
        let rows = try transaction.query(
            """
            SELECT DISTINCT h.id, h.street, h.postal_code, h.city FROM awaited_places p JOIN households h ON h.id = p.household_id
            WHERE p.day BETWEEN $1 AND $2 AND p.state = 1
            """,
            days.lowerBound,
            days.upperBound
        ) { row in (try row[0] as Identifier<Household>, try PostalAddress(street: row[1], postalCode: row[2], city: row[3])) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    func enrolments() throws -> [Identifier<Child>: [Enrolment]] {
        let rows = try transaction.query(
            """
            SELECT DISTINCT e.child_id, e.activity_id, e.group_id, e.first_day, e.last_day
            FROM awaited_places p JOIN enrolments e ON e.child_id = p.child_id AND e.activity_id = p.activity_id
            WHERE p.day BETWEEN $1 AND $2 AND p.state = 1
            """,
            days.lowerBound,
            days.upperBound
        ) { row in try Enrolment(child: row[0], activity: row[1], group: row[2], firstDay: row[3], lastDay: row[4]) }
        return Dictionary(grouping: rows, by: \.child)
    }

    func siblings() throws -> Set<WaitingStanding.ChildDay> {
        let rows = try transaction.query(
            """
            SELECT DISTINCT p.child_id, p.activity_id, p.day, b.state
            FROM awaited_places p JOIN household_children c ON c.household_id = p.household_id AND c.child_id <> p.child_id
                JOIN bookings b ON b.child_id = c.child_id AND b.day = p.day JOIN units u ON u.id = b.unit_id AND u.activity_id = p.activity_id
            WHERE p.day BETWEEN $1 AND $2 AND p.state = 1
            """,
            days.lowerBound,
            days.upperBound
        ) { row in
            let day = ActivityDay(activity: try row[1], date: try row[2])
            return (WaitingStanding.ChildDay(child: try row[0], day: day), try row[3] as BookingState)
        }
        return Set(rows.filter { $0.1.expectsChild }.map(\.0))
    }
}

extension AwaitedPlaceStore {
    /// The same places with the turns that the activities' orders give them now. What the staff have arranged stays as they put it.
    func ranked(_ places: [AwaitedPlace], in catalogue: PortalCatalogue) throws -> [AwaitedPlace] {
        func order(of place: AwaitedPlace) -> WaitingOrder? {
            guard place.isWaiting, !place.isArranged, let order = catalogue.activity(place.activity)?.waitingOrder else { return nil }
            return order.criteria.isEmpty ? nil : order
        }
        let dates = places.filter { order(of: $0) != nil }.map(\.slot.date)
        guard let first = dates.min(), let last = dates.max() else { return places }
        let standing = try WaitingStanding(on: first...last, in: transaction, catalogue)
        return places.map { place in
            order(of: place).map { order in place.with(priority: order.priority { standing.holds($0, for: place) }) } ?? place
        }
    }

    /// Every family's places over a span of days, with their turns.
    func lines(from first: CivilDate, through last: CivilDate, in catalogue: PortalCatalogue) throws -> [AwaitedPlace] {
        try ranked(places(from: first, through: last), in: catalogue)
    }
}
