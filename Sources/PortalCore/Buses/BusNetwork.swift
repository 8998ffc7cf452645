/// The buses that fetch an activity's children and take them home (circuits de car).
package struct BusNetwork: Hashable, Sendable {
    /// Who says at which stop a child gets on and off.
    package enum Chooser: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
        /// The parents, from the next day on; the staff too.
        case family = "famille"
        case staff = "service"
    }

    package let chooser: Chooser
    /// Whether a family says the stops of a child, or that it takes no bus, before it books.
    package let isRequired: Bool
    /// In the town's order.
    package let lines: [BusLine]

    package init(chooser: Chooser, isRequired: Bool = false, lines: [BusLine]) {
        self.chooser = chooser
        self.isRequired = isRequired
        self.lines = lines
    }

    /// A line and a stop by their codes; nil where there is no such stop, or where no bus of that trip stops there.
    package func stop(_ code: BusStopCode, on trip: BusTrip) -> BusPlace? {
        guard let line = lines.first(where: { $0.code == code.line }), let stop = line.stops.first(where: { $0.code == code.stop }),
            stop.time(of: trip) != nil
        else { return nil }
        return BusPlace(line: line, stop: stop)
    }

    /// "Ligne Nord, Place de la Mairie, 7 h 35", "Pas de car".
    package func french(_ stops: ChildStops, on trip: BusTrip) -> String {
        stops[trip].flatMap { stop($0, on: trip) }?.french(trip) ?? "Pas de car"
    }

    /// Where the buses of a trip stop, line by line.
    package func places(on trip: BusTrip) -> [BusPlace] {
        lines.flatMap { line in line.inOrder(of: trip).map { BusPlace(line: line, stop: $0) } }
    }

    /// A stop that exists, whatever the trip.
    func has(_ code: BusStopCode) -> Bool { lines.contains { $0.code == code.line && $0.stops.contains { $0.code == code.stop } } }
}

package struct BusLine: Hashable, Sendable {
    package let code: String
    package let name: String
    /// In the order in which the morning's bus passes.
    package let stops: [BusStop]

    package init(code: String, name: String, stops: [BusStop]) {
        self.code = code
        self.name = name
        self.stops = stops
    }

    /// The stops of a trip, as the bus passes; the same time keeps the definition's order.
    package func inOrder(of trip: BusTrip) -> [BusStop] {
        stops.filter { $0.time(of: trip) != nil }.sortedStably { ($0.time(of: trip)?.minutes ?? 0) < ($1.time(of: trip)?.minutes ?? 0) }
    }
}

package struct BusStop: Hashable, Sendable {
    package let code: String
    package let name: String
    /// nil where the morning's bus does not stop.
    package let morning: CivilTime?
    /// nil where the evening's bus does not stop.
    package let evening: CivilTime?

    package init(code: String, name: String, morning: CivilTime?, evening: CivilTime?) {
        self.code = code
        self.name = name
        self.morning = morning
        self.evening = evening
    }

    package func time(of trip: BusTrip) -> CivilTime? {
        switch trip {
        case .morning: morning
        case .evening: evening
        }
    }
}

/// The two trips of a day.
package enum BusTrip: Int, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case morning = 1
    case evening = 2

    package var french: String {
        switch self {
        case .morning: "Matin"
        case .evening: "Soir"
        }
    }

    /// The trips that go with a unit: what begins before noon is come to by the morning's bus, what ends at 14:00 or later is
    /// left by the evening's.
    package static func trips(of unit: BookableUnit) -> Set<BusTrip> {
        Set(allCases.filter { $0 == .morning ? unit.startsAt.hour < 12 : unit.endsAt.hour >= 14 })
    }
}

/// A stop of a line, by their codes: "nord/mairie" in forms.
package struct BusStopCode: Hashable, Sendable {
    package let line: String
    package let stop: String

    package init(line: String, stop: String) {
        self.line = line
        self.stop = stop
    }

    package init?(text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ Portal.isSlug(String($0)) }) else { return nil }
        self.init(line: String(parts[0]), stop: String(parts[1]))
    }

    package var text: String { "\(line)/\(stop)" }
}

/// A stop with its line.
package struct BusPlace: Hashable, Sendable {
    package let line: BusLine
    package let stop: BusStop

    package var code: BusStopCode { BusStopCode(line: line.code, stop: stop.code) }

    /// "Ligne Nord, Place de la Mairie, 7 h 35".
    package func french(_ trip: BusTrip) -> String {
        [line.name, stop.name, stop.time(of: trip)?.french ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
