extension PlanningMonth {
    /// The bookings of the month before, on the same weekdays of this month: four weeks later, or eight at a month's end, so that even weeks
    /// follow even weeks. Only what is free and not late is asked for.
    ///
    /// - Parameter booked: what the children have in the month before.
    func copying(_ booked: [BookingSlot: Booking]) -> [BookingChange] {
        weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells).compactMap { cell in
            guard case .free = cell.state, let date = month.dateToCopy(on: cell.slot.date) else { return nil }
            let slot = BookingSlot(child: cell.slot.child, unit: cell.slot.unit, date: date)
            return booked[slot]?.state == .reserved ? BookingChange(.add, cell.slot) : nil
        }
    }
}

extension Month {
    /// The day of the month before whose bookings a day of this month takes over; nil for a day of another month.
    fileprivate func dateToCopy(on date: CivilDate) -> CivilDate? {
        guard contains(date) else { return nil }
        let fourWeeksAgo = date.adding(days: -28)
        return fourWeeksAgo < firstDay ? fourWeeksAgo : date.adding(days: -56)
    }
}
