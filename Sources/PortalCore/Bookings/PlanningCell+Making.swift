extension PlanningCell {
    /// The fewest places left that are not worth a word: from here down the cell says "dernières places".
    private static let lastPlaces = 5

    init(_ slot: BookingSlot, unit: PlanningUnit, day: UnitDay, enrolment: Enrolment?, booking: Booking?, facts: BookingFacts) {
        let state = booking.map { PlanningCell.state(of: $0, day: day, facts: facts) } ?? PlanningCell.state(of: slot, day: day, enrolment, facts)
        self.init(
            slot: slot,
            activity: day.activity.id,
            unit: unit,
            state: state,
            adding: day.adding,
            cancelling: day.cancelling,
            lateCredit: state == .booked(asAbsence: true) ? booking.map { facts.lateCredit(of: $0, day.activity) } ?? .zero : .zero
        )
        if let booking, booking.state.expectsChild, !facts.hides(booking) {
            times = facts.times.times(of: slot, bookedBy: booking.household, at: day.unit)
        }
    }

    private static func state(of booking: Booking, day: UnitDay, facts: BookingFacts) -> PlanningState {
        if facts.hides(booking) { return .withheld(.otherHouseholdDay(booking.slot.date), booked: false) }
        switch booking.state {
        case .reserved: break
        case .absent: return .absent
        case .excused: return .excused
        case .present: return .present
        }
        if let refusal = facts.hindrance(to: booking.slot) { return .withheld(refusal, booked: true) }
        if facts.desk != nil { return facts.households.contains(booking.household) ? .booked(asAbsence: false) : .locked(booked: true) }
        return switch facts.cancelling(booking.slot, day: day) {
        case .cancel: .booked(asAbsence: false)
        case .recordAbsence: .booked(asAbsence: true)
        case .add, .nothingToDo, .refuse, .wait, .takeOffer, .leave, .ask: .locked(booked: true)
        }
    }

    private static func state(of slot: BookingSlot, day: UnitDay, _ enrolment: Enrolment?, _ facts: BookingFacts) -> PlanningState {
        if facts.isUnbooked(slot) { return .unbooked }
        if facts.desk != nil, facts.hindrance(to: slot) == nil { return deskState(of: slot, day: day, facts) }
        if let refusal = facts.hindrance(to: slot) ?? facts.addingHindrance(at: slot), day.closed == nil { return .withheld(refusal, booked: false) }
        if let place = facts.awaited(slot), facts.now < day.end { return state(of: place, facts) }
        return switch facts.adding(slot, day: day, enrolment: enrolment, isSwap: true) {
        case .add(let group, surcharge: .zero): .free(placesLeft: placesLeft(in: group, slot: slot, day: day, facts: facts))
        case .add(_, let surcharge): .late(surcharge: surcharge)
        case .refuse(.closed(let reason, _)): .closed(reason.french)
        case .refuse(.full): .full
        case .refuse(.notOpenYet(let turn, _)): .notYetOpen(turn.opensAt)
        case .wait(_, let rank): .fullWithLine(rank: rank)
        case .ask: .askable
        case .refuse, .cancel, .recordAbsence, .nothingToDo, .takeOffer, .leave: .locked(booked: false)
        }
    }

    /// What the staff may do with a slot that is not booked.
    private static func deskState(of slot: BookingSlot, day: UnitDay, _ facts: BookingFacts) -> PlanningState {
        if let place = facts.awaited(slot) { return state(of: place, facts) }
        switch facts.deskAdding(slot, day: day, terms: DeskTerms()) {
        case .add: return day.adding.allows(facts.now) ? .free(placesLeft: nil) : .late(surcharge: .zero)
        case .refuse(.full): return .overbookable
        case .refuse(.closed(let reason, _)): return .closed(reason.french)
        default: return .locked(booked: false)
        }
    }

    private static func state(of place: AwaitedPlace, _ facts: BookingFacts) -> PlanningState {
        guard facts.households.contains(place.household) else { return .withheld(.awaitedByOtherHousehold(place.slot.date), booked: false) }
        return switch place.state {
        case .waiting: .waiting(rank: facts.rank(of: place))
        case .offered(let until): facts.now <= until ? .offered(until: until) : .full
        case .asked: .asked
        }
    }

    private static func placesLeft(in group: Identifier<ActivityGroup>, slot: BookingSlot, day: UnitDay, facts: BookingFacts) -> Int? {
        guard let group = day.activity.groups.first(where: { $0.id == group }) else { return nil }
        let left = facts.placesLeft(for: slot, of: day, in: group, isSwap: true)
        return left <= lastPlaces ? left : nil
    }
}

extension BookingFacts {
    /// What cancelling a booking after its limit takes off the charges.
    fileprivate func lateCredit(of booking: Booking, _ activity: Activity) -> Cents {
        let kept = coversAbsence(from: booking.slot, of: activity) ? .zero : catalogue.absenceCharge(of: booking)
        return booking.price + booking.surcharge - kept
    }
}
