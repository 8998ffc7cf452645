/// A mark that holds for some days, and where that is known from.
package struct DatedMark: Hashable, Sendable {
    package let id: Identifier<DatedMark>
    package let household: Identifier<Household>
    package let mark: HouseholdMark
    package let days: MarkDays
    /// What the family showed: "attestations d'employeur du 28 août".
    package let document: String
    /// When it was noted, or last corrected.
    package let recordedAt: Instant
    /// The name of the member of the staff who did so; empty for what was known before the portal had the form.
    package let recorder: String
}

/// From when until when a mark holds: days that are booked, not days on which somebody books.
package struct MarkDays: Hashable, Sendable {
    package let firstDay: CivilDate
    /// Included; nil where no end is known.
    package let lastDay: CivilDate?

    package init(from firstDay: CivilDate, through lastDay: CivilDate?) {
        self.firstDay = firstDay
        self.lastDay = lastDay
    }

    package func cover(_ day: CivilDate) -> Bool { firstDay <= day && lastDay.map { day <= $0 } ?? true }

    func overlap(_ other: MarkDays) -> Bool {
        (lastDay.map { other.firstDay <= $0 } ?? true) && (other.lastDay.map { firstDay <= $0 } ?? true)
    }

    /// "du 1er septembre 2026 au 31 août 2027", or "à partir du 1er septembre 2026".
    package var french: String {
        lastDay.map { (firstDay...max(firstDay, $0)).frenchSpan } ?? "à partir du \(firstDay.frenchWithoutWeekday)"
    }
}
