/// What a planning page showed when it was made, in a few characters, so that what comes back is compared with what its reader saw.
///
/// A browser sends ticked boxes only. A box that was ticked and could be unticked, and that does not come back, is a cancellation; without
/// the snapshot a box that another page has ticked meanwhile would be cancelled unseen. Nothing is granted by it: every change is judged anew.
package struct PlanningSnapshot: Hashable, Sendable {
    /// What the page showed for one box.
    package enum Mark: Character, Hashable, Sendable {
        case absentFromPage = "-"
        /// Unticked, and could be ticked.
        case free = "f"
        /// Ticked, and could be unticked.
        case booked = "b"
        /// Shown, and could not be changed.
        case fixed = "x"
    }

    package let month: Month
    /// The page's days: the month in whole weeks.
    private let days: ClosedRange<CivilDate>
    /// For each child and unit, one mark for each day of the page.
    private var runs: [Run: [Mark]] = [:]

    private struct Run: Hashable {
        let child: Identifier<Child>
        let unit: Identifier<BookableUnit>
    }

    /// A page without boxes.
    package init(of month: Month) {
        self.month = month
        days = month.wholeWeeks
    }
}

extension PlanningSnapshot {
    package func mark(of slot: BookingSlot) -> Mark {
        guard days.contains(slot.date), let run = runs[Run(child: slot.child, unit: slot.unit)] else { return .absentFromPage }
        return run[slot.date.days(since: days.lowerBound)]
    }

    /// What a page's reader asks for by sending these ticked boxes: those that were not ticked, and those that were and no longer are.
    ///
    /// A ticked box that the page did not offer is asked for too, to be answered with its refusal.
    package func changes(ticked: Set<BookingSlot>) -> [BookingChange] {
        let added = ticked.filter { mark(of: $0) != .booked }
        let cancelled = runs.flatMap { run, marks in
            marks.indices.lazy.filter { marks[$0] == .booked }.map {
                BookingSlot(child: run.child, unit: run.unit, date: days.lowerBound.adding(days: $0))
            }
        }
        return added.map { BookingChange(.add, $0) } + cancelled.filter { !ticked.contains($0) }.map { BookingChange(.cancel, $0) }
    }
}

extension PlanningMonth {
    /// What this page shows, to be sent back with the ticked boxes.
    package var snapshot: PlanningSnapshot {
        var snapshot = PlanningSnapshot(of: month)
        for week in weeks {
            for cell in week.days.lazy.flatMap(\.children).flatMap(\.cells) {
                let unlocked: PlanningSnapshot.Mark = cell.isBooked ? .booked : .free
                snapshot.set(cell.mayChange ? unlocked : .fixed, for: cell.slot)
            }
        }
        return snapshot
    }
}

extension PlanningSnapshot {
    fileprivate mutating func set(_ mark: Mark, for slot: BookingSlot) {
        let run = Run(child: slot.child, unit: slot.unit)
        runs[run, default: Array(repeating: .absentFromPage, count: days.count)][slot.date.days(since: days.lowerBound)] = mark
    }
}

extension PlanningSnapshot {
    /// Reads "2026-11;12.3.fffb…;…"; nil for anything else.
    package init?(text: some StringProtocol) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        guard let month = Month(iso: parts[0]), parts.count <= PlanningSnapshot.mostRuns else { return nil }
        self.init(of: month)
        for part in parts.dropFirst() {
            let fields = part.split(separator: ".", omittingEmptySubsequences: false)
            guard fields.count == 3, let child = Identifier<Child>(text: fields[0]), let unit = Identifier<BookableUnit>(text: fields[1]) else {
                return nil
            }
            let marks = fields[2].compactMap(Mark.init)
            guard marks.count == days.count, fields[2].count == marks.count,
                runs.updateValue(marks, forKey: Run(child: child, unit: unit)) == nil
            else { return nil }
        }
    }

    /// "2026-11;12.3.fffb…;…", in the order of children and units.
    package var text: String {
        let sorted = runs.sorted { ($0.key.child, $0.key.unit) < ($1.key.child, $1.key.unit) }
        let texts = sorted.map { "\($0.key.child.rawValue).\($0.key.unit.rawValue).\(String($0.value.map(\.rawValue)))" }
        return ([month.iso] + texts).joined(separator: ";")
    }

    /// More children and units than any page shows: a longer text is not one of ours.
    private static let mostRuns = 400
}
