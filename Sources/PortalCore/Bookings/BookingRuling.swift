/// What becomes of a change under the rules. The planning page, the recap and the write ask the same functions.
package enum BookingRuling: Hashable, Sendable {
    /// A place is taken in this group; the surcharge is not zero when the booking is late.
    case add(Identifier<ActivityGroup>, surcharge: Cents)
    /// The booking goes and its place is free again.
    case cancel(Booking)
    /// The limit is over: the booking and its place stay, as an absence; an excused one where the town charges nobody for it.
    case recordAbsence(Booking, as: BookingState)
    /// No place is left: the family joins the line of this group, with this rank.
    case wait(Identifier<ActivityGroup>, rank: Int)
    /// The place that is held for the family becomes its booking.
    case takeOffer(AwaitedPlace)
    /// The family no longer waits; a place that was held for it is free again.
    case leave(AwaitedPlace)
    /// The limit is over: the staff decide.
    case ask(Identifier<ActivityGroup>)
    /// It is so already.
    case nothingToDo
    case refuse(BookingRefusal)
}

extension UnitDay {
    /// Whether a child may be booked; the rank in a line is for `BookingFacts` to say.
    ///
    /// - Parameters:
    ///   - enrolment: the child's enrolment that covers the day, nil when there is none.
    ///   - booking: the child's booking of this unit and day, nil when there is none.
    ///   - left: the places left in the enrolment's group, in the counter that has fewest.
    package func adding(enrolment: Enrolment?, booking: Booking?, left: Int, at now: Instant) -> BookingRuling {
        switch booking?.state {
        case .reserved, .present: return .nothingToDo
        case .absent, .excused: return .refuse(.absent(date))
        case nil: break
        }
        if let closed { return .refuse(.closed(closed, date)) }
        guard let enrolment, let group = activity.groups.first(where: { $0.id == enrolment.group }) else {
            return .refuse(.notEnrolled(activity.name, date))
        }
        guard now < end else { return .refuse(.over(date)) }
        guard adding.allows(now) else { return addingLate(to: group, left: left, at: now) }
        if left <= 0, activity.waitingList != .noLine { return .wait(group.id, rank: 1) }
        return taking(a: group, left: left, surcharge: .zero)
    }

    /// Whether a booking may be cancelled by an adult of these households.
    package func cancelling(_ booking: Booking?, by households: some Sequence<Identifier<Household>>, at now: Instant) -> BookingRuling {
        guard let booking, booking.state == .reserved else { return .nothingToDo }
        guard households.contains(booking.household) else { return .refuse(.otherHousehold(date)) }
        guard now < end else { return .refuse(.over(date)) }
        if cancelling.allows(now) { return .cancel(booking) }
        return switch rules.lateCancelling {
        case .refuse: .refuse(.lateCancelling(cancelling, rule: rules.cancelling))
        case .becomesAbsence: .recordAbsence(booking, as: .absent)
        }
    }

    private func addingLate(to group: ActivityGroup, left: Int, at now: Instant) -> BookingRuling {
        if let addingLate, addingLate.allows(now) { return taking(a: group, left: left, surcharge: surcharge) }
        return switch rules.lateAdding {
        case .refuse: .refuse(.lateAdding(adding, rule: rules.adding))
        case .askStaff: .ask(group.id)
        case .surcharge(_, let until): .refuse(.lateAdding(addingLate ?? adding, rule: until))
        }
    }

    private func taking(a group: ActivityGroup, left: Int, surcharge: Cents) -> BookingRuling {
        left > 0 ? .add(group.id, surcharge: surcharge) : .refuse(.full(group.name, date))
    }
}
