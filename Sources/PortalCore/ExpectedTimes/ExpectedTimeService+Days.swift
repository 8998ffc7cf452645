/// The times of one booked day.
extension ExpectedTimeService {
    /// How far ahead days are listed.
    private static let daysAhead = 28

    /// When a child is expected at an activity over the coming four weeks; the days of its other home are not the speaker's to say.
    ///
    /// - Throws: `HouseholdRefusal`.
    package func comingDays(of child: Identifier<Child>, at activity: Activity, for speaker: ExpectedTimeSpeaker) throws -> [ExpectedDay] {
        let today = portal.clock.today
        let last = today.adding(days: Self.daysAhead - 1)
        return try portal.database.read { transaction in
            let spoken = try SpokenChild(speaker, child, catalogue.settings.custodyView, in: transaction)
            let units = Set(activity.units.filter(\.asksTimes).map(\.id))
            let bookings = try BookingStore(transaction).bookings(of: child, from: today, through: last)
                .filter { units.contains($0.slot.unit) && $0.state.expectsChild && spoken.homes.contains($0.household) }
            let reading = try DayReading(spoken, catalogue, today...last, today: today, transaction)
            return bookings.compactMap(reading.day).sorted { ($0.date, $0.unit.startsAt) < ($1.date, $1.unit.startsAt) }
        }
    }

    /// When a child is expected at what is booked; nil where nothing is, or where nobody is asked.
    ///
    /// - Throws: `HouseholdRefusal`.
    package func day(_ slot: BookingSlot, for speaker: ExpectedTimeSpeaker) throws -> ExpectedDay? {
        try portal.database.read { try day(slot, SpokenChild(speaker, slot.child, catalogue.settings.custodyView, in: $0), $0) }
    }

    /// Says when a child is expected on one booked day; where nothing is chosen it is as usual.
    ///
    /// - Throws: `FieldErrors`; `ExpectedTimeRefusal`; `HouseholdRefusal.unknown` where nothing is booked, `mayNotBook`.
    package func set(_ form: ExpectedTimeForm, on slot: BookingSlot, by speaker: ExpectedTimeSpeaker) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            try transaction.lock("child:\(slot.child.rawValue)")
            let spoken = try SpokenChild(speaker, slot.child, catalogue.settings.custodyView, in: transaction)
            guard let day = try day(slot, spoken, transaction) else { throw HouseholdRefusal.unknown }
            if let hindrance = day.hindrance { throw hindrance }
            let chosen = try form.checked([day.unit], over: [day.unit.id: day.usual])[day.unit.id] ?? .none
            guard chosen != day.said else { return }
            try ExpectedTimeStore(transaction).put(chosen, on: slot)
            let detail = "\(day.activity.code) \(day.unit.code) \(slot.date.iso)\u{A0}: \(day.said.summary) → \(chosen.summary)"
            try AuditLog.record(in: transaction, by: spoken.actor, .bookingTimesSet, on: slot.child, detail: detail, at: now)
        }
    }

    private func day(_ slot: BookingSlot, _ spoken: SpokenChild, _ transaction: any Transaction) throws -> ExpectedDay? {
        guard let booking = try BookingStore(transaction).booking(of: slot) else { return nil }
        return try DayReading(spoken, catalogue, slot.date...slot.date, today: portal.clock.today, transaction).day(booking)
    }
}

/// What makes the days of a span.
private struct DayReading {
    private let spoken: SpokenChild
    private let catalogue: PortalCatalogue
    private let today: CivilDate
    private let book: ExpectedTimeBook
    private let closed: [Identifier<Activity>: Set<CivilDate>]

    init(_ spoken: SpokenChild, _ catalogue: PortalCatalogue, _ days: ClosedRange<CivilDate>, today: CivilDate, _ transaction: any Transaction) throws
    {
        self.spoken = spoken
        self.catalogue = catalogue
        self.today = today
        book = try ExpectedTimeStore(transaction).book(of: spoken.child.id, from: days.lowerBound, through: days.upperBound)
        closed = try ClosedDayStore(transaction).closings(from: days.lowerBound, through: days.upperBound)
    }

    /// nil where nobody is asked, and for a day of the child's other home where the town keeps the homes apart.
    func day(_ booking: Booking) -> ExpectedDay? {
        guard let (activity, unit) = catalogue.unit(booking.slot.unit), unit.asksTimes else { return nil }
        let isOwn = spoken.homes.contains(booking.household)
        guard isOwn || !spoken.seesOwnDaysOnly else { return nil }
        return ExpectedDay(
            child: spoken.child,
            activity: activity,
            unit: unit,
            date: booking.slot.date,
            usual: book.habit(of: spoken.child.id, at: unit.id, in: booking.household),
            said: book.days[booking.slot] ?? .none,
            hindrance: isOwn ? hindrance(to: booking, at: activity) : .otherHome(booking.slot.date)
        )
    }

    private func hindrance(to booking: Booking, at activity: Activity) -> ExpectedTimeRefusal? {
        let date = booking.slot.date
        if date < today { return .past(date) }
        if closed[activity.id]?.contains(date) == true { return .closed(date) }
        return booking.state.expectsChild ? nil : .absent(date)
    }
}
