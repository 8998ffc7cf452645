extension BookingFacts {
    /// Why a day cannot be booked yet, or any more, whatever its deadline; nil when nothing keeps it closed.
    func windowHindrance(at slot: BookingSlot, of activity: Activity) -> BookingRefusal? {
        if let window = activity.terms.window(containing: slot.date) {
            if let closesAt = window.closesAt, now > closesAt { return .bookingsClosed(closesAt, slot.date) }
            let opening = window.opening(for: kinds(of: slot, activity, window))
            return now < opening.at ? .notOpenYet(opening.at, opening.for, slot.date) : nil
        }
        guard let horizon = activity.terms.horizon(on: slot.date) else { return nil }
        let sessionFirstDay = horizon.countsFromSession ? opening(of: activity.id)?.sessionFirstOpenDay(for: slot.date) : nil
        let opensAt = horizon.opening(of: slot.date, sessionFirstDay: sessionFirstDay)
        return now < opensAt ? .notOpenYet(opensAt, nil, slot.date) : nil
    }

    private func kinds(of slot: BookingSlot, _ activity: Activity, _ window: BookingWindow) -> Set<PriorityKind> {
        guard !window.priorities.isEmpty, let child = child(slot.child) else { return [] }
        return standing.kinds(of: child, payer: payer(of: slot.child, on: slot.date), activity: activity.id, window: window)
    }
}
