/// The times of a child as a parent or the staff choose them: for each unit what it asks for, "08:00", or nothing.
package struct ExpectedTimeForm: Sendable {
    private let typed: @Sendable (String) -> String

    /// - Parameter typed: what a field of the form holds.
    package init(_ typed: @escaping @Sendable (String) -> String) {
        self.typed = typed
    }

    /// - Parameter usual: what holds where nothing is chosen.
    /// - Throws: one sentence for each wrong field.
    func checked(
        _ units: [BookableUnit],
        over usual: [Identifier<BookableUnit>: ExpectedTimes] = [:]
    ) throws(FieldErrors) -> [Identifier<BookableUnit>: ExpectedTimes] {
        var errors = FieldErrors()
        var chosen: [Identifier<BookableUnit>: ExpectedTimes] = [:]
        for unit in units {
            let times = ExpectedTimes { time(of: $0, at: unit, &errors) }
            let whole = times.over(usual[unit.id] ?? .none)
            if let arrival = whole.arrival, let departure = whole.departure, departure <= arrival {
                errors.add(ExpectedTimeField(.departure, unit), "Le départ vient avant l'arrivée, à \(arrival.french).")
            }
            chosen[unit.id] = times
        }
        guard errors.isEmpty else { throw errors }
        return chosen
    }

    private func time(of moment: ExpectedMoment, at unit: BookableUnit, _ errors: inout FieldErrors) -> CivilTime? {
        let field = ExpectedTimeField(moment, unit)
        let text = typed(field.rawValue)
        let times = unit.times(of: moment)
        guard let first = times.first, let last = times.last, let step = unit.askedTimes[moment], !text.isEmpty else { return nil }
        guard let time = CivilTime(clock: text), times.contains(time) else {
            errors.add(field, "Choisissez une heure entre \(first.french) et \(last.french), de \(step.minutes) en \(step.minutes) minutes.")
            return nil
        }
        return time
    }
}

/// A field of the form: "depart-soir" is when the child leaves the unit "soir".
package struct ExpectedTimeField: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(_ moment: ExpectedMoment, _ unit: BookableUnit) {
        rawValue = "\(moment.rawValue)-\(unit.code)"
    }
}
