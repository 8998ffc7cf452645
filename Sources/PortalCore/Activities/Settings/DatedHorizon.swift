/// How far ahead days are booked from a booked day on.
package struct DatedHorizon: Hashable, Sendable {
    /// The first booked day that it holds for; it holds until the next one begins.
    package let firstDay: CivilDate
    /// nil: as far as children are enrolled.
    package let horizon: BookingHorizon?

    package init(firstDay: CivilDate, horizon: BookingHorizon?) {
        self.firstDay = firstDay
        self.horizon = horizon
    }

    /// How a horizon is written that is none.
    static let none = "aucune"

    /// "à partir de 6 semaines avant", "sans attendre".
    package var frenchHorizon: String { horizon.map { "à partir de \($0.notation)" } ?? "aussi loin que l'enfant est inscrit" }
}

extension BookingTerms {
    /// The same with a horizon from a day on.
    func adding(_ dated: DatedHorizon) -> BookingTerms {
        with(datedHorizons: (datedHorizons.filter { $0.firstDay != dated.firstDay } + [dated]).sorted { $0.firstDay < $1.firstDay })
    }

    /// The same without the horizon that holds from a day on.
    func removingHorizon(startingOn day: CivilDate) -> BookingTerms { with(datedHorizons: datedHorizons.filter { $0.firstDay != day }) }

    /// Whether a horizon is counted from the session's first day.
    var countsFromSession: Bool { ([horizon] + datedHorizons.map(\.horizon)).contains { $0?.countsFromSession == true } }

    private func with(datedHorizons: [DatedHorizon]) -> BookingTerms {
        BookingTerms(bookedBy: bookedBy, minimumPerWeek: minimumPerWeek, horizon: horizon, datedHorizons: datedHorizons, windows: windows)
    }
}
