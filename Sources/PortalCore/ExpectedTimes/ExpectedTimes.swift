/// When a child comes to a unit and leaves it, as its family expects.
package struct ExpectedTimes: Hashable, Sendable {
    package static let none = ExpectedTimes(arrival: nil, departure: nil)

    /// nil: not said.
    package let arrival: CivilTime?
    package let departure: CivilTime?

    package init(arrival: CivilTime?, departure: CivilTime?) {
        self.arrival = arrival
        self.departure = departure
    }

    init(_ time: (ExpectedMoment) -> CivilTime?) {
        self.init(arrival: time(.arrival), departure: time(.departure))
    }

    package subscript(_ moment: ExpectedMoment) -> CivilTime? {
        switch moment {
        case .arrival: arrival
        case .departure: departure
        }
    }

    package var isEmpty: Bool { self == .none }

    /// Of one day, over what is usual: what is not said differently is as usual.
    func over(_ usual: ExpectedTimes) -> ExpectedTimes { ExpectedTimes { self[$0] ?? usual[$0] } }

    /// "attendu à 8 h 00, part à 17 h 30"; empty when nothing is said.
    package var french: String {
        [arrival.map { "attendu à \($0.french)" }, departure.map { "part à \($0.french)" }].compactMap(\.self).joined(separator: ", ")
    }

    /// "arrivée 08:00, départ -": what the journal keeps.
    var summary: String { "arrivée \(arrival?.clock ?? "-"), départ \(departure?.clock ?? "-")" }
}
