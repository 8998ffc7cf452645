extension DefinitionFields {
    /// What an activity's days are booked in and from when; everything may be left out.
    func bookingTerms(marks: [HouseholdMark]) -> BookingTerms {
        let windows = items("fenêtres") { BookingWindow($0, marks: marks) }.sortedStably { $0.days.lowerBound < $1.days.lowerBound }
        refuseOverlaps("fenêtres", of: windows.map(\.days))
        let horizons = items("ouvertures datées", DatedHorizon.init).sortedStably { $0.firstDay < $1.firstDay }
        for (earlier, later) in zip(horizons, horizons.dropFirst()) where earlier.firstDay == later.firstDay {
            note("ouvertures datées", "deux ouvertures commencent le \(later.firstDay.frenchWithoutWeekday)")
        }
        return BookingTerms(
            bookedBy: optional("réservation par", .word as DefinitionFormat<BookingSpan>) ?? .day,
            minimumPerWeek: optional("minimum par semaine", .weeklyMinimum),
            horizon: optional("ouverture", .horizon),
            datedHorizons: horizons,
            windows: windows
        )
    }
}

extension BookingTerms {
    func write(to file: inout YAMLWriter) {
        if bookedBy != .day { file.field("réservation par", bookedBy.rawValue) }
        file.field("minimum par semaine", minimumPerWeek.map(String.init))
        file.field("ouverture", horizon?.notation)
        file.items("ouvertures datées", datedHorizons) { file, dated in
            file.field("du", dated.firstDay.iso)
            file.field("ouverture", dated.horizon?.notation ?? DatedHorizon.none)
        }
        file.items("fenêtres", windows) { $1.write(to: &$0) }
    }
}

extension DatedHorizon {
    fileprivate init?(_ item: DefinitionItem) {
        guard let fields = item.fields(DefinitionKey.datedHorizon) else { return nil }
        let firstDay = fields.required("du", .date)
        let rule = fields.required("ouverture", .horizonOrNone)
        guard let firstDay, let rule else { return nil }
        self.init(firstDay: firstDay, horizon: rule.horizon)
    }
}

/// What "ouverture" says of dated days: so long before, or nothing.
private enum HorizonRule {
    case before(BookingHorizon)
    case none

    var horizon: BookingHorizon? {
        if case .before(let horizon) = self { horizon } else { nil }
    }
}

extension DefinitionFormat where Value == HorizonRule {
    fileprivate static var horizonOrNone: DefinitionFormat {
        DefinitionFormat(expected: "il faut une durée, comme 6 semaines avant, ou\u{A0}: aucune") { text in
            text == DatedHorizon.none ? HorizonRule.none : BookingHorizon(notation: text).map(HorizonRule.before)
        }
    }
}

extension BookingWindow {
    fileprivate init?(_ item: DefinitionItem, marks: [HouseholdMark]) {
        guard let fields = item.fields(DefinitionKey.window) else { return nil }
        let days = fields.days()
        let opensAt = fields.required("ouvre", .moment)
        let closesAt = fields.optional("ferme", .moment)
        let priorities = fields.members("priorités", keys: PriorityKind.words(with: marks)) { word, item -> PriorityOpening? in
            item.value(.moment).map { PriorityOpening(kind: PriorityKind(rawValue: word), opensAt: $0) }
        }
        let schools = fields.items("écoles") { $0.value(.line()) }
        guard let days, let opensAt else { return nil }
        if let closesAt, closesAt <= opensAt { fields.note("ferme", "la fermeture vient avant l'ouverture") }
        if priorities.contains(where: { $0.opensAt >= opensAt }) { fields.note("priorités", "une priorité ouvre avant tout le monde, pas après") }
        if priorities.contains(where: { $0.kind == .schools }) == schools.isEmpty {
            fields.note("écoles", "la priorité \(quoted("écoles")) et la liste des écoles vont ensemble")
        }
        self.init(days: days, opensAt: opensAt, closesAt: closesAt, priorities: priorities, schools: schools)
    }

    fileprivate func write(to file: inout YAMLWriter) {
        file.days(from: days.lowerBound, to: days.upperBound)
        file.field("ouvre", opensAt.notation)
        file.field("ferme", closesAt?.notation)
        if !priorities.isEmpty {
            file.mapping("priorités") { file in
                for priority in priorities { file.field(priority.kind.rawValue, priority.opensAt.notation) }
            }
        }
        if !schools.isEmpty { file.flow("écoles", schools.map(YAMLWriter.inFlow)) }
    }
}

extension Instant {
    /// "2026-09-03 20:00", in Paris time.
    fileprivate var notation: String {
        let paris = ParisTime.reading(self)
        return "\(paris.date.iso) \(paris.time.clock)"
    }
}

extension DefinitionFormat where Value == Instant {
    /// A day and a time on Paris clocks; "ferme" includes the minute's first second, as deadlines do.
    fileprivate static var moment: DefinitionFormat {
        DefinitionFormat(expected: "il faut une date et une heure, comme 2026-09-03 20:00") { text in
            let parts = text.split(separator: " ")
            guard parts.count == 2, let date = CivilDate(iso: parts[0]), let time = CivilTime(clock: parts[1]), time.hour < 24 else { return nil }
            let moment = ParisTime.instant(date, at: time)
            // An hour that the change to summer time skips is shown by no clock.
            return ParisTime.reading(moment).time == time ? moment : nil
        }
    }
}

extension DefinitionFormat where Value == BookingHorizon {
    fileprivate static var horizon: DefinitionFormat {
        DefinitionFormat(expected: "il faut une durée, comme 6 semaines avant, ou 45 jours avant la session à 08:00") { BookingHorizon(notation: $0) }
    }
}

extension DefinitionFormat where Value == Int {
    fileprivate static var weeklyMinimum: DefinitionFormat {
        DefinitionFormat(expected: "il faut un nombre de jours entre 2 et 7") { text in
            guard let number = Int(text), (2...7).contains(number) else { return nil }
            return number
        }
    }
}
