extension BookingFacts {
    /// Why a day cannot be booked yet, or any more, whatever its deadline; nil when nothing keeps it closed.
    func windowHindrance(at slot: BookingSlot, of activity: Activity) -> BookingRefusal? {
        if let window = activity.terms.window(containing: slot.date) {
            if let closesAt = window.closesAt, now > closesAt { return .bookingsClosed(closesAt, slot.date) }
            let turn = turn(at: slot, of: activity, window)
            return now < turn.opensAt ? .notOpenYet(turn, slot.date) : nil
        }
        guard let horizon = activity.terms.horizon(on: slot.date) else { return nil }
        let sessionFirstDay = horizon.countsFromSession ? opening(of: activity.id)?.sessionFirstOpenDay(for: slot.date) : nil
        let opensAt = horizon.opening(of: slot.date, sessionFirstDay: sessionFirstDay)
        return now < opensAt ? .notOpenYet(WindowTurn(opensAt: opensAt), slot.date) : nil
    }

    /// When a window opens a slot to its family, and why then.
    private func turn(at slot: BookingSlot, of activity: Activity, _ window: BookingWindow) -> WindowTurn {
        guard !window.priorities.isEmpty, let child = child(slot.child) else { return WindowTurn(opensAt: window.opensAt) }
        let payer = payer(of: slot.child, on: slot.date)
        let own = window.priorities.map(\.kind).filter {
            standing.has(
                $0,
                child.id,
                school: child.schooling.school(on: slot.date),
                payer: payer,
                in: activity.id,
                on: slot.date,
                schools: window.schools
            )
        }
        let opening = window.opening(for: Set(own))
        // A mark that would open the day sooner, were it for that day.
        let missed = window.priorities.lazy.filter { $0.opensAt < opening.at }.compactMap { earlier -> WindowTurn.Missed? in
            guard let mark = earlier.kind.mark, let days = standing.otherDays(of: mark, payer, on: slot.date) else { return nil }
            return WindowTurn.Missed(mark: mark, days: days)
        }
        return WindowTurn(opensAt: opening.at, owedTo: opening.for, missed: missed.first)
    }
}

/// When a day opens to a family.
package struct WindowTurn: Hashable, Sendable {
    /// A mark that the family has for other days than the one that it wants.
    package struct Missed: Hashable, Sendable {
        package let mark: HouseholdMark
        package let days: MarkDays
    }

    package let opensAt: Instant
    /// The kind of family that it owes the moment to; nil when it is everybody's.
    package var owedTo: PriorityKind?
    package var missed: Missed?
}

extension WindowTurn {
    /// "ouvrent le jeudi 10 septembre 2026 à 20 h 00 pour votre famille (résidents)."
    var french: String {
        let kind = owedTo.map { " pour votre famille (\($0.rawValue))" } ?? ""
        let lost =
            missed.map { " Votre priorité «\u{A0}\($0.mark.rawValue)\u{A0}» n'est notée que \($0.days.french)\u{A0}: adressez-vous au service." }
            ?? ""
        return "ouvrent le \(opensAt.french)\(kind).\(lost)"
    }
}
