/// A contract as the staff typed it, or what it becomes from a day on.
package struct CareForm: Hashable, Sendable {
    package enum Field: String, CaseIterable, Sendable {
        case act = "acte"
        case nursery = "structure"
        case firstDay = "du"
        case lastDay = "au"
        case yearlyLeave = "conges"
        /// Whether the odd weeks have hours of their own.
        case differs = "alternance"
        case note = "motif"
    }

    /// The arrival or the departure of a weekday: "lundi-arrivee", "impaires-lundi-depart".
    package struct HourField: RawRepresentable, Hashable, Sendable {
        package let rawValue: String

        package init(rawValue: String) {
            self.rawValue = rawValue
        }

        package init(_ weekday: Weekday, isOdd: Bool, isArrival: Bool) {
            rawValue = "\(isOdd ? "impaires-" : "")\(weekday.frenchName)-\(isArrival ? "arrivee" : "depart")"
        }
    }

    private let values: [String: String]

    /// - Parameter values: by the names of the fields.
    package init(_ values: [String: String]) {
        self.values = values
    }

    subscript(_ field: some RawRepresentable<String>) -> String { values[field.rawValue] ?? "" }

    /// The names of all the fields, which a form that is shown again fills.
    package static let names: [String] =
        Field.allCases.map(\.rawValue)
        + [false, true].flatMap { isOdd in
            Weekday.allCases.flatMap { day in [true, false].map { HourField(day, isOdd: isOdd, isArrival: $0).rawValue } }
        }

    /// What the form says for an agreement that there is.
    package static func values(of terms: CareTerms) -> [String: String] {
        var values = [Field.yearlyLeave.rawValue: String(terms.yearlyLeave)]
        if terms.oddWeek != nil { values[Field.differs.rawValue] = "oui" }
        for (week, isOdd) in [(terms.week, false), (terms.oddWeek ?? terms.week, true)] {
            for (weekday, span) in week.spans {
                values[HourField(weekday, isOdd: isOdd, isArrival: true).rawValue] = span.arrival.clock
                values[HourField(weekday, isOdd: isOdd, isArrival: false).rawValue] = span.departure.clock
            }
        }
        return values
    }

    /// What holds from a day on.
    ///
    /// - Throws: `FieldErrors`, each next to its field.
    func terms(in activity: Activity) throws(FieldErrors) -> CareTerms {
        var errors = FieldErrors()
        let first = errors.require(CivilDate(iso: self[Field.firstDay]), Field.firstDay, "Indiquez à partir de quel jour.")
        let leave = Int(self[Field.yearlyLeave]).flatMap { (0...120).contains($0) ? $0 : nil }
        if leave == nil { errors.add(Field.yearlyLeave, "Donnez un nombre de jours entre 0 et 120.") }
        let week = week(isOdd: false, in: activity, &errors)
        let oddWeek = self[Field.differs].isEmpty ? nil : self.week(isOdd: true, in: activity, &errors)
        if errors.isEmpty, week.isEmpty, oddWeek?.isEmpty ?? true {
            errors.add(HourField(.monday, isOdd: false, isArrival: true), "Donnez les heures d'un jour au moins.")
        }
        guard errors.isEmpty, let first, let leave else { throw errors }
        return CareTerms(firstDay: first, week: week, oddWeek: oddWeek == week ? nil : oddWeek, yearlyLeave: leave)
    }

    private func week(isOdd: Bool, in activity: Activity, _ errors: inout FieldErrors) -> CareWeek {
        var spans: [Weekday: CareSpan] = [:]
        for weekday in Weekday.allCases {
            let (start, end) = (HourField(weekday, isOdd: isOdd, isArrival: true), HourField(weekday, isOdd: isOdd, isArrival: false))
            guard !self[start].isEmpty || !self[end].isEmpty else { continue }
            guard activity.opening.weekdays.contains(weekday) else {
                errors.add(start, "La structure est fermée le \(weekday.frenchName).")
                continue
            }
            guard let arrival = CivilTime(clock: self[start]), let departure = CivilTime(clock: self[end]),
                let span = CareSpan(arrival: arrival, departure: departure)
            else {
                errors.add(start, "Le \(weekday.frenchName), donnez l'arrivée et le départ, dans l'ordre et au quart d'heure.")
                continue
            }
            spans[weekday] = span
        }
        return CareWeek(spans)
    }
}
