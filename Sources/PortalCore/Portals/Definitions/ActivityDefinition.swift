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
    package let units: [UnitDefinition]
    package let groups: [GroupDefinition]
    /// In order of their first day; empty unless the opening pattern says that they are written.
    package let writtenSessions: [ActivitySession]
}

/// A bookable unit of an activity, by its code.
package struct UnitDefinition: Hashable, Sendable {
    package let code: String
    package let name: String
    package let startsAt: CivilTime
    package let endsAt: CivilTime
    package let price: Cents
}

/// An age or site bucket of an activity, by its code.
package struct GroupDefinition: Hashable, Sendable {
    package let code: String
    package let name: String
    package let ages: ClosedRange<Int>
    package let capacity: Int
}
