/// A period whose days open at one moment, for some families earlier, and may close at another (fenêtre de réservation).
package struct BookingWindow: Hashable, Sendable {
    package let days: ClosedRange<CivilDate>
    package let opensAt: Instant
    /// The last second at which its days may be booked; nil: as the rules say.
    package let closesAt: Instant?
    /// When each kind of family may begin; in the order of the definition.
    package let priorities: [PriorityOpening]
    /// The schools whose children are `.schools` families.
    package let schools: [String]

    package init(days: ClosedRange<CivilDate>, opensAt: Instant, closesAt: Instant?, priorities: [PriorityOpening] = [], schools: [String] = []) {
        self.days = days
        self.opensAt = opensAt
        self.closesAt = closesAt
        self.priorities = priorities
        self.schools = schools
    }

    /// When a child that belongs to these kinds of family may be booked, and the kind that it owes that to; nil for everybody's moment.
    package func opening(for kinds: Set<PriorityKind>) -> (at: Instant, for: PriorityKind?) {
        let own = priorities.filter { kinds.contains($0.kind) && $0.opensAt < opensAt }.min { $0.opensAt < $1.opensAt }
        return (own?.opensAt ?? opensAt, own?.kind)
    }
}

/// When a kind of family may begin to book the days of a window.
package struct PriorityOpening: Hashable, Sendable {
    package let kind: PriorityKind
    package let opensAt: Instant

    package init(kind: PriorityKind, opensAt: Instant) {
        self.kind = kind
        self.opensAt = opensAt
    }
}
