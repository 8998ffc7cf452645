package import PortalCore

/// Where a child gets on and off the buses of an activity, as it stands and to be changed.
struct ChildStopsForm: HTML {
    let line: ChildBusLine
    /// The first day on which a change may hold.
    let earliest: CivilDate
    let action: Link
    let frame: PortalFrame
    let form: FormState

    var body: some HTML {
        if line.isAnswered { Card("Aujourd'hui", icon: .place) { ChildStopFacts(line: line) } }
        HTMLTemplates.form(.method(.post), .action(action), .novalidate(), .class("form")) {
            frame.token
            ForEach(BusTrip.allCases) { trip in
                SelectField(ChildStopField.stop(trip).rawValue, trip.french, choices: choices(trip), in: form)
            }
            TextField(
                ChildStopField.firstDay.rawValue,
                "À partir du",
                kind: .date,
                hint: "Au plus tôt le \(earliest.frenchWithoutWeekday).",
                in: form
            )
            SubmitButton("Enregistrer les arrêts")
        }
    }

    private func choices(_ trip: BusTrip) -> [Choice] {
        let open = line.isAnswered ? [] : [Choice("", "Choisissez")]
        return open + [Choice(ChildStopForm.noBus, "Pas de car")] + line.buses.places(on: trip).map { Choice($0.code.text, $0.french(trip)) }
    }
}

/// What holds today, and what will.
struct ChildStopFacts: HTML {
    let line: ChildBusLine

    var body: some HTML {
        DefinitionList(facts(line.stops))
        if let later = line.later {
            p(.class("hint")) { "À partir du \(later.firstDay.frenchWithoutWeekday)\u{A0}:" }
            DefinitionList(facts(later.stops))
        }
    }

    private func facts(_ stops: ChildStops) -> [Definition] {
        BusTrip.allCases.map { Definition($0.french, line.buses.french(stops, on: $0)) }
    }
}

extension FormState {
    /// The form as the child's stops stand; what was said for later first.
    package init(_ line: ChildBusLine, earliest: CivilDate) {
        let stops = line.later?.stops ?? line.stops
        var values = [ChildStopField.firstDay.rawValue: max(line.later?.firstDay ?? earliest, earliest).iso]
        for trip in BusTrip.allCases {
            values[ChildStopField.stop(trip).rawValue] = stops[trip]?.text ?? (line.isAnswered ? ChildStopForm.noBus : "")
        }
        self.init(values: values)
    }
}
