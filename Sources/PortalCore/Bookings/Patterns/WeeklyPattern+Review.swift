extension WeeklyPattern {
    /// What the pattern would become, as those judge it who may change the bookings. Days without a booking are left out where bookings are
    /// cancelled.
    ///
    /// - Parameter first: the days before it are left out.
    /// - Throws: `FieldErrors` when no day of the period is concerned, or too many are.
    func review(
        in catalogue: PortalCatalogue,
        from first: CivilDate,
        judge: ([BookingChange]) throws -> BookingReview
    ) throws -> BookingReview {
        do {
            let review = try judge(changes(in: catalogue).filter { $0.slot.date >= first })
            guard kind == .cancel else { return review }
            let lines = review.lines.filter { $0.outcome != .alreadySo }
            guard !lines.isEmpty else { throw BookingFailure.nothingAsked }
            return BookingReview(lines: lines, costs: review.costs)
        } catch BookingFailure.nothingAsked {
            let nothing = "Aucun jour n'est concerné pendant cette période\u{A0}: "
            throw FieldErrors(
                PatternForm.Field.period,
                nothing + (kind == .add ? "l'accueil est fermé ces jours-là." : "rien n'est réservé ces jours-là.")
            )
        } catch let failure as BookingFailure {
            throw FieldErrors(PatternForm.Field.period, "\(failure.french) Choisissez une période plus courte.")
        }
    }
}
