/// What kind of day each day is for one portal: its zone's school holidays, the public holidays, the town's closures.
package struct SchoolCalendar: Sendable {
    package let zone: SchoolZone
    /// Whether Good Friday and 26 December are public holidays too.
    package let alsaceMoselle: Bool
    /// In order of their first day.
    package let closures: [TownClosure]
    private let holidays: [SchoolHoliday]

    package init(zone: SchoolZone, alsaceMoselle: Bool = false, closures: [TownClosure] = []) {
        self.zone = zone
        self.alsaceMoselle = alsaceMoselle
        self.closures = closures.sorted { $0.firstDay < $1.firstDay }
        holidays = SchoolHolidays.all(in: zone)
    }

    /// The public holiday's name ("Armistice 1918"), nil on any other day.
    package func publicHoliday(on day: CivilDate) -> String? { PublicHolidays.name(on: day, alsaceMoselle: alsaceMoselle) }

    /// The school holiday that a day belongs to, weekends inside it included.
    package func schoolHoliday(on day: CivilDate) -> SchoolHoliday? {
        let next = firstHoliday { $0.lastDay >= day }
        return next < holidays.count && holidays[next].contains(day) ? holidays[next] : nil
    }

    /// The closure of the whole town that a day belongs to; the one that began first when several do.
    package func closure(on day: CivilDate) -> TownClosure? { closures.first { $0.isWhole && $0.contains(day) } }

    /// The closure of the whole town on a day that families were told of with the calendar: one declared for one occasion is none, so that
    /// the limits that were told stay.
    package func plannedClosure(on day: CivilDate) -> TownClosure? { closures.first { $0.isWhole && !$0.isDeclared && $0.contains(day) } }

    /// The same for an activity, by its code.
    package func plannedClosure(of activity: String, on day: CivilDate) -> TownClosure? {
        closures.first { !$0.isDeclared && $0.closes(activity) && $0.contains(day) }
    }

    /// The closure that keeps an activity, by its code, closed on a day.
    package func closure(of activity: String, on day: CivilDate) -> TownClosure? { closures.first { $0.closes(activity) && $0.contains(day) } }

    /// The closure that the staff have declared for an activity, by its code, on a day.
    package func declaredClosure(of activity: String, on day: CivilDate) -> TownClosure? {
        closures.first { $0.isDeclared && $0.closes(activity) && $0.contains(day) }
    }

    /// What is particular about a day, for everybody: the public holiday, the town's closure or the school holiday.
    package func note(on day: CivilDate) -> String? { publicHoliday(on: day) ?? closure(on: day)?.reason ?? schoolHoliday(on: day)?.name }

    /// A day of an ordinary school week: Monday to Friday, in no school holiday, no public holiday, not closed by the town.
    ///
    /// Wednesdays count: whether there is class or a leisure centre on them is for each activity to say. A closure declared for
    /// one occasion changes nothing: limits that families were told stay.
    package func isSchoolDay(_ day: CivilDate) -> Bool {
        day.weekday <= .friday && schoolHoliday(on: day) == nil && publicHoliday(on: day) == nil
            && plannedClosure(on: day) == nil
    }

    package func schoolYear(containing day: CivilDate) -> SchoolYear { SchoolYear(containing: day) }

    /// The school holidays with at least one day in a range, in order, whole.
    package func schoolHolidays(in days: ClosedRange<CivilDate>) -> [SchoolHoliday] {
        Array(holidays[firstHoliday { $0.lastDay >= days.lowerBound }...].prefix { $0.firstDay <= days.upperBound })
    }

    /// Binary search: the index of the first holiday that passes a test which all later ones pass too.
    private func firstHoliday(where passes: (SchoolHoliday) -> Bool) -> Int {
        var low = 0
        var high = holidays.count
        while low < high {
            let middle = (low + high) / 2
            if passes(holidays[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
