/// An activity as a definition file describes it; an `Activity` is the same with the numbers of its rows.
package struct ActivityDefinition: Hashable, Sendable {
    package let code: String
    package let name: String
    package let kind: ActivityKind
    package let place: String
    package let description: String
    package let opening: OpeningPattern
    package let rules: BookingRules
    /// In order of their first day.
    package let datedRules: [DatedRules]
    package let terms: BookingTerms
    /// In order.
    package let extraDays: [CivilDate]
    package let units: [UnitDefinition]
    package let groups: [GroupDefinition]
    /// In order of their first day; empty unless the opening pattern says that they are written.
    package let writtenSessions: [ActivitySession]
    /// What an absence costs here, where it is not as everywhere else in the town.
    package var absences: AbsencePolicy?
    /// What holds for regular care under contract; nil where there is none.
    package var nursery: NurseryPolicy?
    /// What is particular to an outing, whose dates are its extra days; nil for any other activity.
    package var outing: OutingPlan?
    /// The buses that fetch its children and take them home; nil where there are none.
    package var buses: BusNetwork?
    package let waitingList: WaitingListMode
    /// Whose turn comes first in its lines.
    package var waitingOrder = WaitingOrder.asAsked
}

/// A bookable unit of an activity, by its code.
package struct UnitDefinition: Hashable, Sendable {
    package let code: String
    package let name: String
    package let startsAt: CivilTime
    package let endsAt: CivilTime
    package let price: Cents
    /// The codes of the counters that it takes a place in; its own code where the file says nothing.
    package let counters: [String]
    /// The codes of the units that it is not booked with, besides those that share a counter.
    package let excluded: [String]
    /// The codes of the units of which one must be booked with it.
    package let demanded: [String]
    /// Which times of the children families are asked for.
    package var askedTimes = AskedTimes.none
}

/// An age or site bucket of an activity, by its code.
package struct GroupDefinition: Hashable, Sendable {
    package let code: String
    package let name: String
    package let ages: ClosedRange<Int>
    package let capacity: Int
    package let staffing: GroupStaffing?
}
