/// The contract for a child's regular care in a nursery (contrat d'accueil).
package struct CareContract: Hashable, Sendable {
    package let id: Identifier<CareContract>
    package let child: Child
    /// The household that signed it.
    package let household: Identifier<Household>
    /// The nursery, as the activity that it is in the portal.
    package let activity: Identifier<Activity>
    package let firstDay: CivilDate
    /// The last day, included; nil while no end is known.
    package let lastDay: CivilDate?
    /// In order of their first day; the first ones begin with the contract.
    package let terms: [CareTerms]

    package init(
        id: Identifier<CareContract>,
        child: Child,
        household: Identifier<Household>,
        activity: Identifier<Activity>,
        firstDay: CivilDate,
        lastDay: CivilDate?,
        terms: [CareTerms]
    ) {
        self.id = id
        self.child = child
        self.household = household
        self.activity = activity
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.terms = terms
    }

    package func covers(_ date: CivilDate) -> Bool { firstDay <= date && date <= lastDay ?? date }

    /// What was agreed for a day; nil outside the contract.
    package func terms(on date: CivilDate) -> CareTerms? { covers(date) ? terms.last { $0.firstDay <= date } : nil }

    /// The hours agreed for a day, whether the nursery is open or not; nil on a day without care.
    package func span(on date: CivilDate) -> CareSpan? { terms(on: date)?.span(on: date) }

    /// The twelve months, counted from the first day, that a day belongs to: the allowance of leave is for each of them.
    package func year(containing date: CivilDate) -> ClosedRange<CivilDate> {
        let (year, month, day) = firstDay.components
        let anniversary = CivilDate(year: date.year, month: month, dayAtMost: day)
        let start = anniversary <= date ? date.year : date.year - 1
        let first = start <= year ? firstDay : CivilDate(year: start, month: month, dayAtMost: day)
        return first...CivilDate(year: max(start, year) + 1, month: month, dayAtMost: day).adding(days: -1)
    }

    /// "depuis le 1er septembre 2026", "du 1er septembre 2026 au 31 juillet 2027".
    package var frenchDays: String {
        guard let lastDay else { return "depuis le \(firstDay.frenchWithoutWeekday)" }
        return "du \(firstDay.frenchWithoutWeekday) au \(lastDay.frenchWithoutWeekday)"
    }
}

/// What a contract says from a day on (avenant).
package struct CareTerms: Hashable, Sendable {
    package let firstDay: CivilDate
    /// Of every week, or of the even ISO weeks where the odd ones differ.
    package let week: CareWeek
    /// nil: as every week.
    package let oddWeek: CareWeek?
    /// Days of leave that are not charged, for each year of the contract.
    package let yearlyLeave: Int

    package init(firstDay: CivilDate, week: CareWeek, oddWeek: CareWeek?, yearlyLeave: Int) {
        self.firstDay = firstDay
        self.week = week
        self.oddWeek = oddWeek
        self.yearlyLeave = yearlyLeave
    }

    package func span(on date: CivilDate) -> CareSpan? { week(of: date)[date.weekday] }

    private func week(of date: CivilDate) -> CareWeek {
        guard let oddWeek, !date.isoWeek.isMultiple(of: 2) else { return week }
        return oddWeek
    }

    /// "38 h 30 par semaine", "40 h en semaine paire, 24 h en semaine impaire".
    package var frenchHours: String {
        let hours = CareDuration(minutes: week.minutes).french
        guard let oddWeek else { return "\(hours) par semaine" }
        return "\(hours) en semaine paire, \(CareDuration(minutes: oddWeek.minutes).french) en semaine impaire"
    }

    /// The hours by weekday, one sentence for each kind of week.
    package var frenchWeeks: [String] {
        guard let oddWeek else { return [week.french] }
        return ["Semaines paires\u{A0}: \(week.french)", "Semaines impaires\u{A0}: \(oddWeek.french)"]
    }
}
