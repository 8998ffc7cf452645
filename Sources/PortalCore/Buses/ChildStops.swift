/// Where a child gets on and off the buses of an activity, from some day on.
package struct ChildStops: Hashable, Sendable {
    private let codes: [BusTrip: BusStopCode]

    package init(_ codes: [BusTrip: BusStopCode]) {
        self.codes = codes
    }

    /// nil where the child takes no bus, or where nobody has said which.
    package subscript(_ trip: BusTrip) -> BusStopCode? { codes[trip] }

    package var isEmpty: Bool { codes.isEmpty }

    /// "matin nord/mairie, soir -": what the journal keeps.
    var summary: String { BusTrip.allCases.map { "\($0.french.lowercased()) \(self[$0]?.text ?? "-")" }.joined(separator: ", ") }
}

/// The names of the fields of the form that sets them.
package enum ChildStopField: String, CaseIterable {
    case firstDay = "du"
    case morning = "matin"
    case evening = "soir"

    package static func stop(_ trip: BusTrip) -> ChildStopField {
        switch trip {
        case .morning: .morning
        case .evening: .evening
        }
    }
}
