/// What a change of an activity would touch, before it is confirmed. Nothing that is booked is ever cancelled by one.
package struct ActivityImpact: Hashable, Sendable {
    /// A fact with its title, in the order of the page.
    package struct Line: Hashable, Sendable {
        package let title: String
        package let words: String
    }

    /// A day with more children than the new places.
    package struct CrowdedDay: Hashable, Sendable {
        package let date: CivilDate
        package let taken: Int
        package let limit: Int
    }

    package let lines: [Line]
    /// In order.
    package let crowded: [CrowdedDay]

    init(_ lines: [Line], crowded: [CrowdedDay] = []) {
        self.lines = lines
        self.crowded = crowded
    }
}

/// What is booked on some days.
struct BookedCount: Hashable, Sendable {
    let bookings: Int
    let households: Int

    /// "34 réservations de 20 familles\u{A0}: elles restent".
    var french: String {
        guard bookings > 0 else { return "Aucune réservation n'est encore faite sur ces jours." }
        let stay = bookings == 1 ? "elle reste" : "elles restent"
        return
            "\(bookings) \(bookings == 1 ? "réservation" : "réservations") de \(households) \(households == 1 ? "famille" : "familles")\u{A0}: \(stay)."
    }
}
