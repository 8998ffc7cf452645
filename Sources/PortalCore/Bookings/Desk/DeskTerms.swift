/// On what terms the staff change a family's bookings: they are not held by the deadlines, and by the places only until they say so.
package struct DeskTerms: Hashable, Sendable {
    /// What each booking costs more, as the staff decide.
    package let surcharge: Cents
    /// Books also where no place is left.
    package let overbooks: Bool

    package init(surcharge: Cents = .zero, overbooks: Bool = false) {
        self.surcharge = surcharge
        self.overbooks = overbooks
    }
}

extension BookingFacts {
    /// What becomes of a change that the staff make. What the activity itself asks still holds: its open days, the enrolment, what goes together;
    /// and a period that is locked for invoicing stays as it is for everybody.
    func deskRuling(on change: BookingChange, terms: DeskTerms) -> BookingRuling {
        let slot = change.slot
        if let refusal = hindrance(to: slot) { return .refuse(refusal) }
        guard let day = catalogue.unitDay(of: slot.unit, on: slot.date) else { return .refuse(.unknownUnit) }
        return switch change.kind {
        case .add: deskAdding(slot, day: day, terms: terms)
        case .cancel: deskCancelling(slot)
        }
    }

    /// The answer to a change of the staff's, with the limit that it passes.
    func deskLine(_ answer: BookingJudgement.Answer) -> BookingReviewLine {
        var line = line(answer)
        if line.outcome.isAccepted, line.outcome != .left { line.passedLimit = passedLimit(of: answer.change) }
        return line
    }

    /// Until when the family itself could have made a change; nil when it still can.
    private func passedLimit(of change: BookingChange) -> String? {
        guard let (activity, unit) = catalogue.unit(change.slot.unit), let opening = opening(of: activity.id) else { return nil }
        let day = UnitDay(unit, on: change.slot.date, of: opening)
        if now >= day.end { return BookingRefusal.over(day.date).french }
        return switch change.kind {
        case .add: day.adding.allows(now) ? nil : BookingRefusal.lateAdding(day.adding, rule: day.rules.adding).french
        case .cancel: day.cancelling.allows(now) ? nil : BookingRefusal.lateCancelling(day.cancelling, rule: day.rules.cancelling).french
        }
    }

    /// Whether the staff may book a slot.
    func deskAdding(_ slot: BookingSlot, day: UnitDay, terms: DeskTerms) -> BookingRuling {
        switch booking(of: slot)?.state {
        case .reserved: return .nothingToDo
        case nil: break
        default: return .refuse(.absent(slot.date))
        }
        if let place = awaited(slot), place.offeredUntil != nil { return tied(.takeOffer(place), slot, day: day) }
        if let closed = day.closed { return .refuse(.closed(closed, slot.date)) }
        guard let enrolment = enrolment(of: slot.child, in: day.activity.id, on: slot.date),
            let group = day.activity.groups.first(where: { $0.id == enrolment.group })
        else { return .refuse(.notEnrolled(day.activity.name, slot.date)) }
        if let closure = catalogue.declaration(for: group.id, of: day.activity, on: slot.date), closure.effect == .cancels {
            return .refuse(.closed(.closure(closure.reason), slot.date))
        }
        guard terms.overbooks || placesLeft(for: slot, of: day, in: group, isSwap: false) > 0 else {
            return .refuse(.full(group.name, slot.date))
        }
        return tied(.add(group.id, surcharge: terms.surcharge), slot, day: day)
    }

    private func deskCancelling(_ slot: BookingSlot) -> BookingRuling {
        if let place = awaited(slot) { return .leave(place) }
        guard let booking = booking(of: slot), booking.state == .reserved else { return .nothingToDo }
        return households.contains(booking.household) ? .cancel(booking) : .refuse(.otherHousehold(slot.date))
    }
}
