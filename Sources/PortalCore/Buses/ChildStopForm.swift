/// The stops of a child as a parent or the staff choose them.
package struct ChildStopForm: Sendable {
    /// What to store.
    struct Change: Hashable {
        let firstDay: CivilDate
        let stops: ChildStops
    }

    /// What is chosen for a child who takes no bus: a choice like another, so that nobody makes it by sending the form as it came.
    package static let noBus = "aucun"

    private let typed: @Sendable (String) -> String

    /// - Parameter typed: what a field of the form holds; a stop is "nord/mairie".
    package init(_ typed: @escaping @Sendable (String) -> String) {
        self.typed = typed
    }

    /// - Parameter earliest: the first day on which the change may hold.
    /// - Throws: one sentence for each wrong field.
    func checked(_ buses: BusNetwork, earliest: CivilDate) throws(FieldErrors) -> Change {
        var errors = FieldErrors()
        let day = CivilDate(iso: typed(ChildStopField.firstDay.rawValue))
        if day.map({ $0 < earliest }) ?? true {
            errors.add(ChildStopField.firstDay, "Indiquez un jour à partir du \(earliest.frenchWithoutWeekday).")
        }
        var stops: [BusTrip: BusStopCode] = [:]
        for trip in BusTrip.allCases {
            let field = ChildStopField.stop(trip)
            let text = typed(field.rawValue)
            guard text != Self.noBus else { continue }
            stops[trip] = BusStopCode(text: text).flatMap { buses.stop($0, on: trip) }?.code
            if stops[trip] == nil { errors.add(field, "Choisissez un arrêt pour le \(trip.french.lowercased()), ou \(quoted("Pas de car")).") }
        }
        guard errors.isEmpty, let day else { throw errors }
        return Change(firstDay: day, stops: ChildStops(stops))
    }
}
