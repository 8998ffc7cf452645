extension DefinitionFields {
    /// The days from "du" to "au", both included.
    func days() -> ClosedRange<CivilDate>? {
        let first = required("du", .date)
        let last = required("au", .date)
        guard let first, let last else { return nil }
        guard first <= last else {
            note("au", "le dernier jour vient avant le premier")
            return nil
        }
        return first...last
    }

    /// Complains about ranges of days that share a day; they come in order of their first day.
    func refuseOverlaps(_ key: String, of ranges: [ClosedRange<CivilDate>]) {
        for (earlier, later) in zip(ranges, ranges.dropFirst()) where earlier.overlaps(later) {
            note(key, "deux périodes se chevauchent le \(later.lowerBound.frenchWithoutWeekday)")
        }
    }
}

extension Array {
    /// Sorted, elements that the order does not tell apart staying as they were.
    func sortedStably(by comesFirst: (Element, Element) -> Bool) -> [Element] {
        enumerated().sorted { left, right in
            comesFirst(left.element, right.element) || (!comesFirst(right.element, left.element) && left.offset < right.offset)
        }.map(\.element)
    }
}
