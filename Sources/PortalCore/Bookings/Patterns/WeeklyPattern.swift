/// A week as a parent wants it, for several children at once, over a span of days (semaine type).
package struct WeeklyPattern: Hashable, Sendable {
    /// One tick of the pattern: "Léa, repas, le mardi".
    package struct Choice: Hashable, Sendable {
        package let child: Identifier<Child>
        package let unit: Identifier<BookableUnit>
        package let weekday: Weekday

        package init(child: Identifier<Child>, unit: Identifier<BookableUnit>, weekday: Weekday) {
            self.child = child
            self.unit = unit
            self.weekday = weekday
        }
    }

    /// Whether the days are booked or cancelled.
    package let kind: BookingChange.Kind
    package let choices: Set<Choice>
    package let weeks: WeekChoice
    /// The last day is included.
    package let days: ClosedRange<CivilDate>

    package init(_ kind: BookingChange.Kind, _ choices: Set<Choice>, weeks: WeekChoice, days: ClosedRange<CivilDate>) {
        self.kind = kind
        self.choices = choices
        self.weeks = weeks
        self.days = days
    }
}

extension WeeklyPattern {
    /// The changes that the pattern asks for, on each day on which families expect the activity.
    ///
    /// Days outside an activity's weeks (holidays for what follows the school, weeks of school for a holiday centre) are no part of the
    /// pattern. A day that is closed by exception is: its refusal says why.
    package func changes(in catalogue: PortalCatalogue) -> [BookingChange] {
        let byWeekday = Dictionary(grouping: choices, by: \.weekday)
        var openings: [Identifier<BookableUnit>: OpeningDays] = [:]
        for unit in Set(choices.map(\.unit)) {
            openings[unit] = catalogue.unit(unit).map { OpeningDays(of: $0.activity, in: catalogue.calendar) }
        }
        var changes: [BookingChange] = []
        for date in days where weeks.includes(date) {
            var isExpected: [Identifier<BookableUnit>: Bool] = [:]
            for choice in byWeekday[date.weekday] ?? [] {
                let expected = isExpected[choice.unit] ?? (openings[choice.unit]?.isExpected(on: date) ?? false)
                isExpected[choice.unit] = expected
                if expected { changes.append(BookingChange(kind, BookingSlot(child: choice.child, unit: choice.unit, date: date))) }
            }
        }
        return changes
    }
}

extension OpeningDays {
    /// Open, or closed by exception only.
    fileprivate func isExpected(on date: CivilDate) -> Bool { closedReason(on: date)?.isUnexpected ?? true }
}

extension WeeklyPattern.Choice {
    /// Reads "12.3.2", a tick of the pattern: child, unit, weekday (1 is Monday); nil for anything else.
    package init?(text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let child = Identifier<Child>(text: parts[0]), let unit = Identifier<BookableUnit>(text: parts[1]),
            parts[2].utf8.count == 1, let weekday = Int(parts[2]).flatMap(Weekday.init(rawValue:))
        else { return nil }
        self.init(child: child, unit: unit, weekday: weekday)
    }

    /// "12.3.2".
    package var text: String { "\(child.rawValue).\(unit.rawValue).\(weekday.rawValue)" }
}
