extension BookingFacts {
    /// What becomes of a change. Whatever the browser has sent, the answer is a ruling.
    package func ruling(on change: BookingChange) -> BookingRuling {
        if let desk { return deskRuling(on: change, terms: desk) }
        let slot = change.slot
        if let refusal = hindrance(to: slot) { return .refuse(refusal) }
        guard let day = catalogue.unitDay(of: slot.unit, on: slot.date) else { return .refuse(.unknownUnit) }
        return switch change.kind {
        case .add:
            addingHindrance(at: slot).map(BookingRuling.refuse) ?? awaitedAdding(slot, day: day)
                ?? tied(adding(slot, day: day, enrolment: enrolment(of: slot.child, in: day.activity.id, on: slot.date)), slot, day: day)
        case .cancel: awaitedCancelling(slot) ?? cancelling(slot, day: day)
        }
    }

    /// What asking for a slot again becomes while the family waits for it; nil when it does not.
    private func awaitedAdding(_ slot: BookingSlot, day: UnitDay) -> BookingRuling? {
        guard let place = awaited(slot) else { return nil }
        guard households.contains(place.household) else { return .refuse(.awaitedByOtherHousehold(slot.date)) }
        guard let until = place.offeredUntil else { return .nothingToDo }
        guard now <= until, now < day.end else { return .refuse(.offerOver(until)) }
        if let closed = day.closed { return .refuse(.closed(closed, slot.date)) }
        return tied(.takeOffer(place), slot, day: day)
    }

    /// What giving a slot up becomes while the family waits for it; nil when it does not.
    private func awaitedCancelling(_ slot: BookingSlot) -> BookingRuling? {
        awaited(slot).map { households.contains($0.household) ? .leave($0) : .refuse(.awaitedByOtherHousehold(slot.date)) }
    }

    /// What keeps this adult from changing anything at a slot, whatever the activity's rules.
    package func hindrance(to slot: BookingSlot) -> BookingRefusal? {
        guard child(slot.child) != nil else { return .unknownChild }
        guard bookable.contains(slot.child) else { return .mayNotBook }
        if locks.cover(slot.date) { return .lockedForInvoicing(slot.date) }
        return nil
    }

    /// What keeps this adult from booking a slot: it is the other household's day, or the town wants something first. What its own household booked may still be cancelled.
    package func addingHindrance(at slot: BookingSlot) -> BookingRefusal? {
        if let home = home(of: slot.child, on: slot.date), !households.contains(home) { return .otherHouseholdDay(slot.date) }
        return catalogue.unit(slot.unit).flatMap { obstacle(to: $0.activity.id, of: slot.child) }.map { .blocked($0) }
    }

    /// Whether a slot may be booked, its day and enrolment being known, whatever else is booked that day.
    ///
    /// - Parameter isSwap: the child's bookings of units that do not go with this one are given back for it.
    package func adding(_ slot: BookingSlot, day: UnitDay, enrolment: Enrolment?, isSwap: Bool = false) -> BookingRuling {
        if let enrolment, booking(of: slot) == nil, let closure = catalogue.declaration(for: enrolment.group, of: day.activity, on: slot.date) {
            return .refuse(.closed(.closure(closure.refusal), slot.date))
        }
        let group = enrolment.flatMap { enrolment in day.activity.groups.first { $0.id == enrolment.group } }
        let left = group.map { placesLeft(for: slot, of: day, in: $0, isSwap: isSwap) } ?? 0
        let ruling = day.adding(enrolment: enrolment, booking: booking(of: slot), left: left, at: now)
        switch ruling {
        case .add, .wait, .refuse(.full):
            if let refusal = windowHindrance(at: slot, of: day.activity) { return .refuse(refusal) }
        case .cancel, .recordAbsence, .nothingToDo, .refuse, .takeOffer, .leave, .ask: break
        }
        if case .wait(let group, _) = ruling { return .wait(group, rank: nextRank(at: slot, in: group)) }
        return ruling
    }

    /// The places left in the fullest of a unit's counters.
    package func placesLeft(for slot: BookingSlot, of day: UnitDay, in group: ActivityGroup, isSwap: Bool) -> Int {
        let given = isSwap ? countersGivenBack(for: slot, of: day, in: group) : []
        return day.unit.places(in: group.id, on: slot.date).lazy.map { place in
            let count = count(of: place)
            return group.limit(count) - (count?.taken ?? 0) + (given.contains(place.counter) ? 1 : 0)
        }.min() ?? 0
    }

    private func countersGivenBack(for slot: BookingSlot, of day: UnitDay, in group: ActivityGroup) -> [Identifier<PlaceCounter>] {
        day.activity.excluded(by: day.unit).flatMap { other -> [Identifier<PlaceCounter>] in
            let booking = booking(of: BookingSlot(child: slot.child, unit: other.id, date: slot.date))
            return booking?.state == .reserved && booking?.group == group.id ? other.counters.map(\.id) : []
        }
    }

    /// A ruling to book, under what else is booked that day.
    func tied(_ ruling: BookingRuling, _ slot: BookingSlot, day: UnitDay) -> BookingRuling {
        switch ruling {
        case .add, .takeOffer, .wait: break
        case .ask, .leave, .cancel, .recordAbsence, .nothingToDo, .refuse: return ruling
        }
        for other in day.activity.excluded(by: day.unit) {
            guard let booking = booking(of: BookingSlot(child: slot.child, unit: other.id, date: slot.date)) else { continue }
            return .refuse(.excluded(day.unit.name, with: hides(booking) ? nil : other.name, slot.date))
        }
        guard holds(slot, of: day.unit) else {
            return .refuse(.demands(day.unit.name, oneOf: day.activity.demanded(by: day.unit).map(\.name), slot.date))
        }
        return ruling
    }

    /// Whether one of the units that a unit demands is booked, and the child expected at it; true of a unit that demands nothing.
    package func holds(_ slot: BookingSlot, of unit: BookableUnit) -> Bool {
        unit.demanded.isEmpty
            || unit.demanded.contains { booking(of: BookingSlot(child: slot.child, unit: $0, date: slot.date))?.state.expectsChild == true }
    }

    /// Whether a slot's booking may be cancelled, its day being known.
    package func cancelling(_ slot: BookingSlot, day: UnitDay) -> BookingRuling {
        if let booking = booking(of: slot), isFreeToCancel(booking, on: day) { return .cancel(booking) }
        let ruling = day.cancelling(booking(of: slot), by: households, at: now)
        if case .recordAbsence(let booking, _) = ruling, coversAbsence(from: slot, of: day.activity) { return .recordAbsence(booking, as: .excused) }
        return ruling
    }

    /// Whether a booking of the adult's households may be cancelled up to the hour itself: under minimum service nobody is held to a place.
    func isFreeToCancel(_ booking: Booking, on day: UnitDay) -> Bool {
        booking.state == .reserved && households.contains(booking.household) && now < day.end
            && catalogue.declaration(for: booking.group, of: day.activity, on: day.date)?.effect == .minimumService
    }

    /// The answer to a change, with its words.
    package func line(_ answer: BookingJudgement.Answer) -> BookingReviewLine {
        let (change, ruling) = (answer.change, answer.ruling)
        let charged = charge(of: change, ruling: ruling)
        var line = BookingReviewLine(
            change,
            child: child(change.slot.child),
            in: catalogue,
            outcome: outcome(of: answer),
            price: charged.price,
            surcharge: charged.surcharge,
            kept: kept(ruling)
        )
        if change.kind == .add, line.outcome.isAccepted { line.times = habit(at: change.slot) }
        return line
    }

    /// Changes in the order in which they are judged and answered: by day; cancellations first, since they free places; then as the planning
    /// lists them, after what they demand. A change sent twice counts once.
    package func inOrder(_ changes: some Sequence<BookingChange>) -> [BookingChange] {
        var unitPositions: [Identifier<BookableUnit>: Int] = [:]
        for unit in catalogue.activities.flatMap(\.unitsInOrderOfDemands) { unitPositions[unit.id] = unitPositions.count }
        let keyed = Set(changes).map { change in
            let slot = change.slot
            return (key: (slot.date, change.kind == .cancel ? 0 : 1, unitPositions[slot.unit] ?? Int.max, slot.unit, slot.child), change: change)
        }
        return keyed.sorted { $0.key < $1.key }.map(\.change)
    }

    /// When a child would be expected at what it books; nil where nobody has said it.
    private func habit(at slot: BookingSlot) -> ExpectedTimes? {
        guard let unit = catalogue.unit(slot.unit)?.unit, let household = payer(of: slot.child, on: slot.date) else { return nil }
        return times.times(of: slot, bookedBy: household, at: unit)
    }

    private func charge(of change: BookingChange, ruling: BookingRuling) -> (price: Cents, surcharge: Cents) {
        switch ruling {
        case .cancel(let booking), .recordAbsence(let booking, _): (booking.price, booking.surcharge)
        case .add(_, let surcharge): (catalogue.price(of: change.slot), surcharge)
        case .nothingToDo, .refuse, .wait, .takeOffer, .leave, .ask: (catalogue.price(of: change.slot), .zero)
        }
    }

    /// What stays charged of a booking that is cancelled after its limit; nil for any other ruling.
    private func kept(_ ruling: BookingRuling) -> Cents? {
        guard case .recordAbsence(let booking, let state) = ruling else { return nil }
        return state == .excused ? .zero : catalogue.absenceCharge(of: booking)
    }

    private func outcome(of answer: BookingJudgement.Answer) -> BookingOutcome {
        switch answer.ruling {
        case .add(_, surcharge: .zero), .cancel: answer.cause.map { .acceptedAlong($0) } ?? .accepted
        case .takeOffer: .accepted
        case .add: .acceptedLate
        case .wait(_, let rank): .waiting(rank: rank)
        case .leave: .left
        case .ask: .asked(askingSentence(of: answer.change.slot))
        case .recordAbsence(_, let state): .recordedAsAbsence(absenceSentence(of: answer.change.slot, isCovered: state == .excused))
        case .nothingToDo: .alreadySo
        case .refuse(let refusal): .refused(refusal.french)
        }
    }

    private func askingSentence(of slot: BookingSlot) -> String {
        guard let day = catalogue.unitDay(of: slot.unit, on: slot.date) else { return "" }
        let rule = day.rules.adding.frenchDescription
        return "Délai dépassé\u{A0}: réservable en ligne \(day.adding.words) (\(rule)). Votre demande est transmise au service, qui vous répond."
    }

    private func absenceSentence(of slot: BookingSlot, isCovered: Bool) -> String {
        guard let day = catalogue.unitDay(of: slot.unit, on: slot.date) else { return "" }
        let policy = catalogue.absencePolicy(of: day.activity)
        return "Délai dépassé\u{A0}: annulable \(day.cancelling.words). \(isCovered ? policy.coverage : policy.consequence)"
    }
}
