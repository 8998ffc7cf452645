/// What the portal knows about an adult's children over a span of days: everything that a change is judged by.
package struct BookingFacts: Sendable {
    package let catalogue: PortalCatalogue
    package let children: [Child]
    /// The household that books for each child, and owes it.
    package let payers: [Identifier<Child>: Identifier<Household>]
    /// The adult's households, which alone may cancel their own bookings.
    package let households: Set<Identifier<Household>>
    /// The children that the adult may book for; the others' bookings are only shown.
    package let bookable: Set<Identifier<Child>>
    /// Where the children that live in two households are on each day.
    package let custody: [Identifier<Child>: CustodyCalendar]
    /// The days that are locked for invoicing: nothing changes on them.
    package let locks: BillingLocks
    package let now: Instant
    let standing: FamilyStanding
    /// On what terms the staff act; nil when a parent does.
    var desk: DeskTerms?
    /// When the children are expected; empty where nobody shows it.
    var times = ExpectedTimeBook.empty
    private let calendar: SchoolCalendar
    private let enrolments: [Identifier<Child>: [Enrolment]]
    private var bookings: [BookingSlot: Booking]
    private var counts: [Place: PlaceCount]
    /// What keeps the adult from booking.
    private let obstacles: [BookingObstacle]
    /// What these children came to without booking.
    private let unbooked: Set<BookingSlot>
    /// The places that these children wait for.
    private var awaited: [BookingSlot: AwaitedPlace]
    /// Everybody's.
    private(set) var lines: WaitingLines

    package init(
        catalogue: PortalCatalogue,
        children: [Child],
        payers: [Identifier<Child>: Identifier<Household>],
        households: Set<Identifier<Household>>,
        bookable: Set<Identifier<Child>>,
        custody: [Identifier<Child>: CustodyCalendar],
        locks: BillingLocks = BillingLocks(),
        enrolments: [Enrolment],
        bookings: [BookingSlot: Booking],
        counts: [Place: PlaceCount],
        standing: FamilyStanding = .none,
        awaited: [AwaitedPlace] = [],
        obstacles: [BookingObstacle] = [],
        unbooked: [BookingSlot] = [],
        now: Instant
    ) {
        let calendar = catalogue.calendar
        self.catalogue = catalogue
        self.calendar = calendar
        self.children = children
        self.payers = payers
        self.households = households
        self.bookable = bookable
        self.custody = custody
        self.locks = locks
        self.now = now
        self.standing = standing
        self.enrolments = Dictionary(grouping: enrolments, by: \.child)
        self.bookings = bookings
        self.counts = counts
        self.obstacles = obstacles
        self.unbooked = Set(unbooked)
        lines = WaitingLines(awaited, in: catalogue)
        let own = Set(children.map(\.id))
        self.awaited = Dictionary(awaited.filter { own.contains($0.slot.child) }.map { ($0.slot, $0) }) { first, _ in first }
    }

    /// What is particular about a day, for everybody: the public holiday, the town's closure or the school holiday.
    package func note(on date: CivilDate) -> String? {
        guard !catalogue.declared.isEmpty else { return calendar.note(on: date) }
        let used = Set(enrolments.values.joined().filter { $0.covers(date) }.map(\.activity))
        let notes = catalogue.declarationNotes(for: catalogue.activities.filter { used.contains($0.id) }, on: date)
        return notes.isEmpty ? calendar.note(on: date) : notes.joined(separator: ". ")
    }

    package func child(_ id: Identifier<Child>) -> Child? { children.first { $0.id == id } }

    package func opening(of activity: Identifier<Activity>) -> OpeningDays? { catalogue.openings[activity] }

    package func enrolments(of child: Identifier<Child>) -> [Enrolment] { enrolments[child] ?? [] }

    package func enrolment(of child: Identifier<Child>, in activity: Identifier<Activity>, on date: CivilDate) -> Enrolment? {
        enrolments[child]?.first { $0.activity == activity && $0.covers(date) }
    }

    package func booking(of slot: BookingSlot) -> Booking? { bookings[slot] }

    /// What a place's row says; nil when nothing was ever taken or set.
    package func count(of place: Place) -> PlaceCount? { counts[place] }

    /// Puts what the row said when somebody else had changed it meanwhile.
    package mutating func correct(_ place: Place, to count: PlaceCount?) { counts[place] = count }

    /// Remembers what a ruling has done, for the changes that follow in the same request.
    package mutating func remember(_ ruling: BookingRuling, of slot: BookingSlot) {
        switch ruling {
        case .add(let group, let surcharge):
            guard let booking = newBooking(of: slot, in: group, surcharge: surcharge) else { return }
            bookings[slot] = booking
            move(1, slot, in: group)
        case .cancel(let booking):
            bookings[slot] = nil
            move(-1, slot, in: booking.group)
        case .recordAbsence(let booking, let state):
            bookings[slot] = booking.with(state: state)
        case .takeOffer(let place):
            bookings[slot] = newBooking(of: slot, in: place.group, surcharge: .zero)
            awaited[slot] = nil
        case .leave(let place):
            awaited[slot] = nil
            if place.offeredUntil != nil { move(-1, slot, in: place.group) }
        case .wait(let group, _):
            lines.join(slot, in: group)
        case .nothingToDo, .refuse, .ask:
            break
        }
    }

    /// Whether a child came to a slot without booking, as the roll call says.
    func isUnbooked(_ slot: BookingSlot) -> Bool { unbooked.contains(slot) }

    /// Everything that is known to be booked, and what the children came to without booking.
    var booked: (bookings: Dictionary<BookingSlot, Booking>.Values, unbooked: Set<BookingSlot>) { (bookings.values, unbooked) }

    /// What keeps the adult from booking an activity for a child; nil when nothing does.
    func obstacle(to activity: Identifier<Activity>, of child: Identifier<Child>) -> BookingObstacle? {
        obstacles.first { $0.concerns(activity, of: child) }
    }

    /// What a child has booked at an activity before a day, day by day, the nearest first.
    func bookings(of child: Identifier<Child>, at activity: Activity, before date: CivilDate) -> [[Booking]] {
        let units = Set(activity.units.map(\.id))
        let earlier = bookings.values.filter { $0.slot.child == child && $0.slot.date < date && units.contains($0.slot.unit) }
        return Dictionary(grouping: earlier, by: \.slot.date).sorted { $0.key > $1.key }.map(\.value)
    }

    /// What one of these children waits for at a slot.
    package func awaited(_ slot: BookingSlot) -> AwaitedPlace? { awaited[slot] }

    /// The rank of a place that one of these children waits for.
    func rank(of place: AwaitedPlace) -> Int { lines.rank(of: place) }

    /// The same as if these places were not waited for: to judge whether they may be booked.
    func ignoringAwaited(_ slots: some Sequence<BookingSlot>) -> BookingFacts {
        var facts = self
        for slot in slots { facts.awaited[slot] = nil }
        return facts
    }

    private mutating func move(_ count: Int, _ slot: BookingSlot, in group: Identifier<ActivityGroup>) {
        guard let unit = catalogue.unit(slot.unit)?.unit else { return }
        for place in unit.places(in: group, on: slot.date) { counts[place, default: PlaceCount(taken: 0)].taken += count }
    }

    /// The household that books for a child on a day, and owes it: where the child lives that day, if it is one of the adult's.
    package func payer(of child: Identifier<Child>, on date: CivilDate) -> Identifier<Household>? {
        home(of: child, on: date).flatMap { households.contains($0) ? $0 : nil } ?? payers[child]
    }

    /// Where a child of two households lives on a day; nil when the town has written no custody calendar.
    package func home(of child: Identifier<Child>, on date: CivilDate) -> Identifier<Household>? {
        custody[child]?.household(on: date, in: calendar)
    }

    /// Whether a booking of the child's other household is kept from this adult, as the town decides.
    package func hides(_ booking: Booking) -> Bool {
        catalogue.settings.custodyView == .own && custody[booking.slot.child] != nil && !households.contains(booking.household)
    }

    /// The booking that a ruling makes; nil for a child or a unit that these facts do not know.
    package func newBooking(of slot: BookingSlot, in group: Identifier<ActivityGroup>, surcharge: Cents) -> Booking? {
        guard let household = payer(of: slot.child, on: slot.date), catalogue.unit(slot.unit) != nil else { return nil }
        return Booking(slot: slot, group: group, household: household, state: .reserved, price: catalogue.price(of: slot), surcharge: surcharge)
    }
}
