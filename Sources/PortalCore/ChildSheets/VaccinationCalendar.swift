/// When the next vaccination of a child is due, by the French calendar of vaccinations (ministère chargé de la santé, calendrier des vaccinations).
enum VaccinationCalendar {
    /// Diphtheria, tetanus, polio: boosters at 6 years, between 11 and 13, at 25; each may be given from some months before on.
    private static let tetanus: [(opensAtMonths: Int, dueAtMonths: Int)] = [(60, 72), (126, 156), (288, 300)]

    /// The last day for the booster that follows one given on a day.
    static func tetanusDue(after done: CivilDate, birthDay: CivilDate) -> CivilDate? {
        tetanus.first { birthDay.adding(months: $0.opensAtMonths) > done }.map { birthDay.adding(months: $0.dueAtMonths) }
    }

    /// Measles, mumps, rubella: the second dose between 16 and 18 months is the last one.
    static func measlesDue(after done: CivilDate, birthDay: CivilDate) -> CivilDate? {
        birthDay.adding(months: 16) > done ? birthDay.adding(months: 18) : nil
    }

    /// A sheet's values with the next dates where the parent has only said when the last vaccination was.
    static func completing(_ values: [SheetField: String], birthDay: CivilDate) -> [SheetField: String] {
        var values = values
        func day(_ field: SheetField) -> CivilDate? { values[field].flatMap { CivilDate(iso: $0) } }
        if day(.tetanusDue) == nil, let done = day(.tetanusDone), let due = tetanusDue(after: done, birthDay: birthDay) {
            values[.tetanusDue] = due.iso
        }
        if day(.measlesDue) == nil, let done = day(.measlesDone), let due = measlesDue(after: done, birthDay: birthDay) {
            values[.measlesDue] = due.iso
        }
        return values
    }
}
