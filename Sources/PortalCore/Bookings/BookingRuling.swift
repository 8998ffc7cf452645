/// What becomes of a change under the rules. The planning page, the recap and the write ask the same functions.
package enum BookingRuling: Hashable, Sendable {
    /// A place is taken in this group; the surcharge is not zero when the booking is late.
    case add(Identifier<ActivityGroup>, surcharge: Cents)
    /// The booking goes and its place is free again.
    case cancel(Booking)
    /// The limit is over: the booking and its place stay, as an absence.
    case recordAbsence(Booking)
    /// It is so already.
    case nothingToDo
    case refuse(BookingRefusal)
}

extension UnitDay {
    /// Whether a child may be booked.
    ///
    /// - Parameters:
    ///   - enrolment: the child's enrolment that covers the day, nil when there is none.
    ///   - booking: the child's booking of this unit and day, nil when there is none.
    ///   - taken: the places taken in the enrolment's group.
    package func adding(enrolment: Enrolment?, booking: Booking?, taken: Int, at now: Instant) -> BookingRuling {
        switch booking?.state {
        case .reserved: return .nothingToDo
        case .absent: return .refuse(.absent(date))
        case nil: break
        }
        if let closed { return .refuse(.closed(closed, date)) }
        guard let enrolment, let group = activity.groups.first(where: { $0.id == enrolment.group }) else {
            return .refuse(.notEnrolled(activity.name, date))
        }
        guard now < end else { return .refuse(.over(date)) }
        guard adding.allows(now) else { return addingLate(to: group, taken: taken, at: now) }
        return taking(a: group, taken: taken, surcharge: .zero)
    }

    /// Whether a booking may be cancelled by an adult of these households.
    package func cancelling(_ booking: Booking?, by households: some Sequence<Identifier<Household>>, at now: Instant) -> BookingRuling {
        guard let booking, booking.state == .reserved else { return .nothingToDo }
        guard households.contains(booking.household) else { return .refuse(.otherHousehold(date)) }
        guard now < end else { return .refuse(.over(date)) }
        if cancelling.allows(now) { return .cancel(booking) }
        return switch rules.lateCancelling {
        case .refuse: .refuse(.lateCancelling(cancelling, rule: rules.cancelling))
        case .becomesAbsence: .recordAbsence(booking)
        }
    }

    private func addingLate(to group: ActivityGroup, taken: Int, at now: Instant) -> BookingRuling {
        if let addingLate, addingLate.allows(now) { return taking(a: group, taken: taken, surcharge: surcharge) }
        return switch rules.lateAdding {
        case .refuse: .refuse(.lateAdding(adding, rule: rules.adding))
        case .askStaff: .refuse(.lateAddingAsksStaff(adding, rule: rules.adding))
        case .surcharge(_, let until): .refuse(.lateAdding(addingLate ?? adding, rule: until))
        }
    }

    private func taking(a group: ActivityGroup, taken: Int, surcharge: Cents) -> BookingRuling {
        taken < group.capacity ? .add(group.id, surcharge: surcharge) : .refuse(.full(group.name, date))
    }
}
