/// The periods that are locked for invoicing: what happened on their days is invoiced as it stands.
package struct BillingLocks: Hashable, Sendable {
    private let ranges: [ClosedRange<CivilDate>]

    package init(_ ranges: [ClosedRange<CivilDate>] = []) {
        self.ranges = ranges
    }

    package func cover(_ date: CivilDate) -> Bool { ranges.contains { $0.contains(date) } }

    /// Whether none holds on the days that they were read for.
    package var isEmpty: Bool { ranges.isEmpty }
}

/// One locked period.
package struct BillingLock: Hashable, Sendable {
    package let id: Identifier<BillingLock>
    package let firstDay: CivilDate
    /// The last day, included.
    package let lastDay: CivilDate
    package let lockedAt: Instant
    /// Who locked it.
    package let lockedBy: String
    /// When it was opened again; nil while it holds.
    package let releasedAt: Instant?
}
