extension BookingFacts {
    /// What becomes of a change. Whatever the browser has sent, the answer is a ruling.
    package func ruling(on change: BookingChange) -> BookingRuling {
        let slot = change.slot
        if let refusal = hindrance(to: slot) { return .refuse(refusal) }
        guard let (activity, unit) = catalogue.unit(slot.unit), let opening = opening(of: activity.id) else { return .refuse(.unknownUnit) }
        let day = UnitDay(unit, on: slot.date, of: opening)
        return switch change.kind {
        case .add:
            addingHindrance(at: slot).map(BookingRuling.refuse)
                ?? adding(slot, day: day, enrolment: enrolment(of: slot.child, in: activity.id, on: slot.date))
        case .cancel: cancelling(slot, day: day)
        }
    }

    /// What keeps this adult from changing anything at a slot, whatever the activity's rules.
    package func hindrance(to slot: BookingSlot) -> BookingRefusal? {
        guard child(slot.child) != nil else { return .unknownChild }
        guard bookable.contains(slot.child) else { return .mayNotBook }
        return nil
    }

    /// What keeps this adult from booking a slot: it is the other household's day. What its own household booked may still be cancelled.
    package func addingHindrance(at slot: BookingSlot) -> BookingRefusal? {
        guard let home = home(of: slot.child, on: slot.date), !households.contains(home) else { return nil }
        return .otherHouseholdDay(slot.date)
    }

    /// Whether a slot may be booked, its day and enrolment being known.
    package func adding(_ slot: BookingSlot, day: UnitDay, enrolment: Enrolment?) -> BookingRuling {
        let taken = enrolment.map { self.taken(Place(unit: slot.unit, group: $0.group, date: slot.date)) } ?? 0
        return day.adding(enrolment: enrolment, booking: booking(of: slot), taken: taken, at: now)
    }

    /// Whether a slot's booking may be cancelled, its day being known.
    package func cancelling(_ slot: BookingSlot, day: UnitDay) -> BookingRuling {
        day.cancelling(booking(of: slot), by: households, at: now)
    }

    /// The answer to a change, with its words.
    package func line(_ change: BookingChange, ruling: BookingRuling) -> BookingReviewLine {
        let charged = charge(of: change, ruling: ruling)
        return BookingReviewLine(
            change,
            child: child(change.slot.child),
            in: catalogue,
            outcome: outcome(of: ruling, on: change.slot),
            price: charged.price,
            surcharge: charged.surcharge
        )
    }

    /// Changes in the order in which they are judged and answered: by day; cancellations first, since they free places; then as the planning
    /// lists them. One order for everybody also keeps two writers from waiting for each other's counters. A change sent twice counts once.
    package func inOrder(_ changes: [BookingChange]) -> [BookingChange] {
        var unitPositions: [Identifier<BookableUnit>: Int] = [:]
        for unit in catalogue.activities.flatMap(\.units) { unitPositions[unit.id] = unitPositions.count }
        let keyed = Set(changes).map { change in
            let slot = change.slot
            return (key: (slot.date, change.kind == .cancel ? 0 : 1, unitPositions[slot.unit] ?? Int.max, slot.unit, slot.child), change: change)
        }
        return keyed.sorted { $0.key < $1.key }.map(\.change)
    }

    private func charge(of change: BookingChange, ruling: BookingRuling) -> (price: Cents, surcharge: Cents) {
        switch ruling {
        case .cancel(let booking), .recordAbsence(let booking): (booking.price, booking.surcharge)
        case .add(_, let surcharge): (catalogue.unit(change.slot.unit)?.unit.price ?? .zero, surcharge)
        case .nothingToDo, .refuse: (catalogue.unit(change.slot.unit)?.unit.price ?? .zero, .zero)
        }
    }

    private func outcome(of ruling: BookingRuling, on slot: BookingSlot) -> BookingOutcome {
        switch ruling {
        case .add(_, surcharge: .zero), .cancel: .accepted
        case .add: .acceptedLate
        case .recordAbsence: .recordedAsAbsence(absenceSentence(of: slot))
        case .nothingToDo: .alreadySo
        case .refuse(let refusal): .refused(refusal.french)
        }
    }

    private func absenceSentence(of slot: BookingSlot) -> String {
        guard let (activity, unit) = catalogue.unit(slot.unit), let opening = opening(of: activity.id) else { return "" }
        let limit = UnitDay(unit, on: slot.date, of: opening).cancelling
        return "Délai dépassé\u{A0}: annulable \(limit.words). L'absence est notée, et la place reste facturée sauf justificatif."
    }
}
