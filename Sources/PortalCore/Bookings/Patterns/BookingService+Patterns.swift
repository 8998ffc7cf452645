extension BookingService {
    /// What a pattern would become if it were confirmed now, day by day. Writes nothing. Days that are over are left out, and so are days without
    /// a booking where bookings are cancelled.
    ///
    /// - Throws: `FieldErrors` when no day of the period is concerned, or too many are; `DatabaseError`.
    package func review(_ pattern: WeeklyPattern, by access: HouseholdAccess) throws -> BookingReview {
        let today = portal.clock.today
        let changes = pattern.changes(in: catalogue).filter { $0.slot.date >= today }
        do {
            let review = try review(changes, by: access)
            guard pattern.kind == .cancel else { return review }
            let lines = review.lines.filter { $0.outcome != .alreadySo }
            guard !lines.isEmpty else { throw BookingFailure.nothingAsked }
            return BookingReview(lines: lines, costs: review.costs)
        } catch BookingFailure.nothingAsked {
            let nothing = "Aucun jour n'est concerné pendant cette période\u{A0}: "
            throw FieldErrors(
                PatternForm.Field.period,
                nothing + (pattern.kind == .add ? "l'accueil est fermé ces jours-là." : "rien n'est réservé ces jours-là.")
            )
        } catch let failure as BookingFailure {
            throw FieldErrors(PatternForm.Field.period, "\(failure.french) Choisissez une période plus courte.")
        }
    }

    /// The bookings of the month before, on the same weekdays of a month: four weeks later, or eight at a month's end, so that even weeks
    /// follow even weeks. Only what is free and not late is asked for.
    package func copyingPreviousMonth(into month: PlanningMonth, of access: HouseholdAccess) throws -> [BookingChange] {
        let source = month.month.previous
        let booked = try portal.database.read {
            try BookingStore($0).bookings(ofChildrenOf: access.adult.id, from: source.firstDay, through: source.lastDay)
        }
        return month.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells).compactMap { cell in
            guard case .free = cell.state, let date = month.month.dateToCopy(on: cell.slot.date) else { return nil }
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
