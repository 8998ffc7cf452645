/// What families say of the hours of a child: when it comes, or when it is fetched. The raw value begins the names of form fields.
package enum ExpectedMoment: String, CaseIterable, Hashable, Sendable {
    case arrival = "arrivee"
    case departure = "depart"

    /// Its key in definition files.
    var key: String {
        switch self {
        case .arrival: "heure d'arrivée"
        case .departure: "heure de départ"
        }
    }

    package var french: String {
        switch self {
        case .arrival: "Heure d'arrivée"
        case .departure: "Heure de départ"
        }
    }
}

/// How finely a time is said. The raw value is in minutes.
package enum TimeStep: Int, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case fiveMinutes = 5
    case tenMinutes = 10
    case quarter = 15
    case twentyMinutes = 20
    case halfHour = 30
    case hour = 60

    package var minutes: Int { rawValue }

    /// "toutes les 15 min", as definition files write it.
    package var notation: String { "toutes les \(minutes) min" }

    init?(notation: some StringProtocol) {
        guard let step = TimeStep.allCases.first(where: { $0.notation == notation }) else { return nil }
        self = step
    }
}

/// Which times a unit asks families for, and how finely. Its own hours are the bounds.
package struct AskedTimes: Hashable, Sendable {
    package static let none = AskedTimes(arrival: nil, departure: nil)

    /// nil where nobody is asked when the child comes.
    package let arrival: TimeStep?
    /// nil where nobody is asked when the child is fetched.
    package let departure: TimeStep?

    package init(arrival: TimeStep?, departure: TimeStep?) {
        self.arrival = arrival
        self.departure = departure
    }

    init(_ step: (ExpectedMoment) -> TimeStep?) {
        self.init(arrival: step(.arrival), departure: step(.departure))
    }

    package subscript(_ moment: ExpectedMoment) -> TimeStep? {
        switch moment {
        case .arrival: arrival
        case .departure: departure
        }
    }

    /// "arrivée toutes les 15 min, départ toutes les 30 min", "rien".
    package var french: String {
        let parts = [arrival.map { "arrivée \($0.notation)" }, departure.map { "départ \($0.notation)" }].compactMap(\.self)
        return parts.isEmpty ? "rien" : parts.joined(separator: ", ")
    }
}

extension BookableUnit {
    package var asksTimes: Bool { askedTimes != .none }

    /// The moments that families say, in the order of the day.
    package var askedMoments: [ExpectedMoment] { ExpectedMoment.allCases.filter { askedTimes[$0] != nil } }

    /// The times that families choose from: none is outside the unit's hours. Nobody comes as it ends, nor leaves as it begins; whatever the
    /// step, leaving at its end can be said.
    package func times(of moment: ExpectedMoment) -> [CivilTime] {
        guard let step = askedTimes[moment]?.minutes else { return [] }
        let before = stride(from: startsAt.minutes, to: endsAt.minutes, by: step).compactMap { CivilTime(minutes: $0) }
        return switch moment {
        case .arrival: before
        case .departure: before.dropFirst() + [endsAt]
        }
    }

    /// What is shown of times that were said: only what is asked for, and what its hours, which may have changed since, still hold; nil when
    /// nothing is left.
    package func shown(_ times: ExpectedTimes) -> ExpectedTimes? {
        let kept = ExpectedTimes { moment in
            askedTimes[moment] == nil ? nil : times[moment].flatMap { $0 >= startsAt && $0 <= endsAt ? $0 : nil }
        }
        return kept.isEmpty ? nil : kept
    }
}

extension Activity {
    package var asksTimes: Bool { units.contains(where: \.asksTimes) }
}
