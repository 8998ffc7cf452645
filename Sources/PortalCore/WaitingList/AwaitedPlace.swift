/// A place that a family waits for: in the line of a full day, offered to it, or asked of the staff.
package struct AwaitedPlace: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// In line.
        case waiting
        /// Held for the family, and counted as taken, up to that moment.
        case offered(until: Instant)
        /// Asked of the staff after the limit.
        case asked
    }

    package let slot: BookingSlot
    package let activity: Identifier<Activity>
    package let group: Identifier<ActivityGroup>
    package let household: Identifier<Household>
    /// Who asked for it, and is written to.
    package let account: Identifier<Account>
    package let request: Identifier<Request>
    package let joinedAt: Instant
    package let state: State
    /// Whose turn comes first among families of one line: the lower number, then the lower position.
    package private(set) var priority: Int
    package let position: Int64
    /// Places with the same number are wanted together or not at all; nil for one that stands for itself.
    package let bundle: Int64?
    /// Whether the staff have put its line in another order than the town's: it keeps the turn that they gave it.
    package var isArranged = false
    /// Why a place that was free could not be given to it when its turn came; nil when that has not happened.
    package var passedOver: PassedOver?

    package struct PassedOver: Hashable, Sendable {
        package let at: Instant
        /// A sentence for the family.
        package let reason: String
    }

    package var isWaiting: Bool { state == .waiting }

    /// Until when it is held for the family; nil when it is not.
    package var offeredUntil: Instant? {
        if case .offered(let until) = state { until } else { nil }
    }

    /// The same with another turn.
    func with(priority: Int) -> AwaitedPlace {
        var place = self
        place.priority = priority
        return place
    }

    /// The line that it stands in.
    var day: ActivityDay { ActivityDay(activity: activity, date: slot.date) }

    /// Who comes first. Positions follow the clock, so that lines of several days can be gone through in one order.
    static func isAhead(_ left: AwaitedPlace, _ right: AwaitedPlace) -> Bool {
        (left.priority, left.position, left.slot.date, left.slot.child, left.slot.unit)
            < (right.priority, right.position, right.slot.date, right.slot.child, right.slot.unit)
    }
}

/// An activity on a day: who writes to its places or its line writes alone.
package struct ActivityDay: Hashable, Comparable, Sendable {
    package let activity: Identifier<Activity>
    package let date: CivilDate

    package init(activity: Identifier<Activity>, date: CivilDate) {
        self.activity = activity
        self.date = date
    }

    package static func < (left: ActivityDay, right: ActivityDay) -> Bool { (left.date, left.activity) < (right.date, right.activity) }
}
