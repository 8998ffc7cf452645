extension BookingService {
    /// What a pattern would become if it were confirmed now, day by day. Writes nothing. Days that are over are left out, and so are days without
    /// a booking where bookings are cancelled.
    ///
    /// - Throws: `FieldErrors` when no day of the period is concerned, or too many are; `DatabaseError`.
    package func review(_ pattern: WeeklyPattern, by access: HouseholdAccess) throws -> BookingReview {
        try pattern.review(in: catalogue, from: portal.clock.today) { try review($0, by: access) }
    }

    /// What an adult may put into a weekly pattern from now on.
    package func patternSheet(of access: HouseholdAccess) throws -> PatternSheet {
        let today = portal.clock.today
        let enrolments = try portal.database.read { transaction in
            try EnrolmentStore(transaction).enrolments(ofChildrenOf: access.adult.id, from: today, through: PatternSheet.lastDay(from: today))
        }
        let children = access.children.filter { access.relation(to: $0.id)?.has(.books) == true }
        return PatternSheet(children, enrolments, in: catalogue, on: today)
    }

    /// What copies the bookings of the month before into a month.
    package func copyingPreviousMonth(into month: PlanningMonth, of access: HouseholdAccess) throws -> [BookingChange] {
        let source = month.month.previous
        return month.copying(
            try portal.database.read {
                try BookingStore($0).bookings(ofChildrenOf: access.adult.id, from: source.firstDay, through: source.lastDay)
            }
        )
    }
}
