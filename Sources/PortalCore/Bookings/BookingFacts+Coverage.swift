/// The first days of an absence that a town charges to nobody (`pris en charge`).
extension BookingFacts {
    /// How far back an absence is followed: the days before it on which the child was not expected lie between.
    static let daysBefore = 31

    /// Whether a day's absence is one of those: no more than the others are the days of the activity right before it, on which the child was to
    /// come and is absent too.
    func coversAbsence(from slot: BookingSlot, of activity: Activity) -> Bool {
        let covered = catalogue.absencePolicy(of: activity).coveredDays
        guard covered > 0 else { return false }
        let before = bookings(of: slot.child, at: activity, before: slot.date)
        return before.prefix { day in day.allSatisfy { !$0.state.expectsChild } }.count < covered
    }
}

extension PortalCatalogue {
    /// Whether any activity has such days: where none does, no earlier day is read.
    var coversAbsences: Bool { activities.contains { absencePolicy(of: $0).coveredDays > 0 } }
}
