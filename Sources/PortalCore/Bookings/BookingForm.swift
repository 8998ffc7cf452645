/// Reads what the planning and its recap send.
package enum BookingForm {
    /// The changes that a planning page asks for.
    ///
    /// - Parameters:
    ///   - ticked: the values of the ticked boxes (field `r`), "12.3.2026-11-04".
    ///   - snapshot: what the page showed (field `vu`).
    /// - Throws: `BookingFailure.unreadable`.
    package static func changes(ticked: [String], snapshot: String?) throws(BookingFailure)
        -> [BookingChange]
    {
        guard let snapshot = snapshot.flatMap({ PlanningSnapshot(text: $0) }) else { throw .unreadable }
        var slots: Set<BookingSlot> = []
        for text in ticked {
            guard let slot = BookingSlot(text: text) else { throw .unreadable }
            slots.insert(slot)
        }
        return snapshot.changes(ticked: slots)
    }

    /// The changes that a recap page confirms, "ajout.12.3.2026-11-04" or the runs of `BookingRun`.
    ///
    /// - Parameter days: the days that were left ticked on the recap; nil when it offered none to untick.
    /// - Throws: `BookingFailure.unreadable`, `.tooManyChanges`.
    package static func changes(confirmed: [String], on days: Set<CivilDate>? = nil) throws(BookingFailure) -> [BookingChange] {
        var changes: [BookingChange] = []
        for text in confirmed {
            guard let run = BookingRun(text: text) else { throw .unreadable }
            changes += run.changes.filter { days?.contains($0.slot.date) ?? true }
            if changes.count > BookingFailure.mostChanges { throw .tooManyChanges }
        }
        return changes
    }
}
