/// When a child of a nursery arrives and leaves on one day, to the quarter hour.
package struct CareSpan: Hashable, Sendable {
    package let arrival: CivilTime
    package let departure: CivilTime

    /// nil unless the departure comes after the arrival and both fall on a quarter hour.
    package init?(arrival: CivilTime, departure: CivilTime) {
        guard arrival < departure, [arrival, departure].allSatisfy({ $0.minute.isMultiple(of: 15) }) else { return nil }
        self.arrival = arrival
        self.departure = departure
    }

    /// Reads "08:30-17:00"; nil for anything else.
    init?(notation: some StringProtocol) {
        let times = notation.split(separator: "-").map { CivilTime(clock: $0) }
        guard times.count == 2, let arrival = times[0], let departure = times[1] else { return nil }
        self.init(arrival: arrival, departure: departure)
    }

    var notation: String { "\(arrival.clock)-\(departure.clock)" }

    /// "8 h 30 – 17 h 00".
    package var french: String { "\(arrival.french) – \(departure.french)" }

    /// Minutes on an ordinary day.
    package var usualMinutes: Int { departure.minutes - arrival.minutes }

    /// Minutes that pass between both on a day: an hour less or more on the nights when clocks change.
    package func minutes(on date: CivilDate) -> Int { CareDuration.minutes(from: arrival, to: departure, on: date) }
}

/// A number of minutes, as règlements write it.
package struct CareDuration: Hashable, Sendable {
    package let minutes: Int

    package init(minutes: Int) {
        self.minutes = minutes
    }

    /// "142 h 30", "8 h", "45 min", "0 h".
    package var french: String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        if hours == 0, rest > 0 { return "\(rest)\u{A0}min" }
        return rest == 0 ? "\(hours)\u{A0}h" : "\(hours)\u{A0}h\u{A0}\(padded(rest, 2))"
    }

    /// "142,50": hours as a spreadsheet adds them up.
    package var decimalHours: String { "\(minutes / 60),\(padded((minutes % 60) * 100 / 60, 2))" }

    /// The minutes that pass between two times of a day, as a stopwatch counts them.
    static func minutes(from start: CivilTime, to end: CivilTime, on date: CivilDate) -> Int {
        Int(ParisTime.instant(date, at: end).seconds - ParisTime.instant(date, at: start).seconds) / 60
    }
}
