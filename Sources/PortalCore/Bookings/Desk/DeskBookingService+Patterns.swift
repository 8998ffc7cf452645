/// The same as `BookingService` offers parents, for the staff: nil when there is no such household.
extension DeskBookingService {
    /// What a pattern would become on these terms, day by day. The days that are over count too, where the form names them: the staff note what
    /// a family had asked for.
    ///
    /// - Throws: `FieldErrors` when no day of the period is concerned, or too many are.
    package func review(_ pattern: WeeklyPattern, on terms: DeskTerms, for household: Identifier<Household>) throws -> BookingReview? {
        guard try family(household) != nil else { return nil }
        return try pattern.review(in: catalogue, from: pattern.days.lowerBound) { changes in
            try review(changes, on: terms, for: household) ?? BookingReview(lines: [])
        }
    }

    /// What may be put into a weekly pattern for a family's children from now on.
    package func patternSheet(of household: Identifier<Household>) throws -> PatternSheet? {
        let today = portal.clock.today
        guard let family = try family(household) else { return nil }
        let enrolments = try portal.database.read { transaction in
            try family.adults.first.map {
                try EnrolmentStore(transaction).enrolments(ofChildrenOf: $0.id, from: today, through: PatternSheet.lastDay(from: today))
            }
        }
        return PatternSheet(family.children, enrolments ?? [], in: catalogue, on: today)
    }

    /// What copies the bookings of the month before into a month of a family's.
    package func copyingPreviousMonth(into month: PlanningMonth, of household: Identifier<Household>) throws -> [BookingChange]? {
        let source = month.month.previous
        guard let family = try family(household) else { return nil }
        let booked = try portal.database.read { transaction in
            try family.adults.first.map {
                try BookingStore(transaction).bookings(ofChildrenOf: $0.id, from: source.firstDay, through: source.lastDay)
            }
        }
        return month.copying(booked ?? [:])
    }

    private func family(_ household: Identifier<Household>) throws -> Family? {
        try portal.database.read { try FamilyStore($0).family(household) }
    }
}
