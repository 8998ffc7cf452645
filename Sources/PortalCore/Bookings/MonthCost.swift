/// What a household's bookings of a month cost, before some changes and after them.
package struct MonthCost: Hashable, Sendable {
    package let month: Month
    package let before: Cents
    package let after: Cents

    package init(month: Month, before: Cents, after: Cents) {
        self.month = month
        self.before = before
        self.after = after
    }
}

extension BookingFacts {
    /// The costs of the months in which some lines change something, in order. The facts hold these months whole, as they were before.
    func costs(of lines: [BookingReviewLine]) -> [MonthCost] {
        var changes: [Month: Cents] = [:]
        for line in lines where line.outcome.isAccepted {
            let month = Month(containing: line.change.slot.date)
            changes[month] = (changes[month] ?? .zero) + line.difference
        }
        let before = charges(in: Set(changes.keys))
        return changes.sorted { $0.key < $1.key }.map { month, difference in
            let cost = before[month] ?? .zero
            return MonthCost(month: month, before: cost, after: cost + difference)
        }
    }
}
