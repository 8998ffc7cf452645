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
    /// What the adult's households owe for these months: what is booked, the absences that nothing excuses, and what the children came to
    /// without booking.
    func charges(in months: Set<Month>) -> [Month: Cents] {
        var charges: [Month: Cents] = [:]
        func add(_ charge: Cents, on date: CivilDate, to household: Identifier<Household>?) {
            let month = Month(containing: date)
            guard months.contains(month), household.map(households.contains) == true else { return }
            charges[month] = (charges[month] ?? .zero) + charge
        }
        for booking in booked.bookings { add(charge(of: booking), on: booking.slot.date, to: booking.household) }
        for slot in booked.unbooked { add(catalogue.unbookedPrice(of: slot), on: slot.date, to: payer(of: slot.child, on: slot.date)) }
        return charges
    }

    private func charge(of booking: Booking) -> Cents {
        switch booking.state {
        case .reserved, .present: booking.price + booking.surcharge
        case .excused: .zero
        case .absent: catalogue.absenceCharge(of: booking)
        }
    }

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
