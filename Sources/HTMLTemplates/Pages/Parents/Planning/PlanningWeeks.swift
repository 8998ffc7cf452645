import PortalCore

/// The weeks, one under another. On a large screen each is a grid whose columns are days and whose rows are children;
/// on a telephone, a list of days.
struct PlanningWeeks: HTML {
    private let planning: PlanningMonth
    private let columns: PlanningColumns

    init(planning: PlanningMonth) {
        self.planning = planning
        columns = PlanningColumns(weekdays: planning.weekdays, children: planning.children)
    }

    var body: some HTML {
        if !over.isEmpty {
            details(.class("over")) {
                summary { over.count == 1 ? "Voir la semaine passée" : "Voir les \(over.count) semaines passées" }
                weeks(over)
            }
        }
        weeks(planning.weeks.filter { !isOver($0) })
    }

    private func weeks(_ weeks: [PlanningWeek]) -> some HTML {
        ForEach(weeks) { week in
            if week.days.contains(where: { !$0.children.isEmpty && $0.closure == nil }) {
                OpenWeek(week: week, columns: columns, today: planning.today)
            } else {
                ClosedWeek(week: week, weekdays: columns.weekdays)
            }
        }
    }

    /// The weeks that are over, folded away. Those of a month that is all over are what its reader came for: they stay.
    private var over: [PlanningWeek] {
        planning.month.lastDay < planning.today ? [] : planning.weeks.filter { isOver($0) && $0.days.contains { !$0.children.isEmpty } }
    }

    private func isOver(_ week: PlanningWeek) -> Bool {
        guard let last = week.days.last, planning.month.lastDay >= planning.today else { return false }
        return last.date < planning.today
    }
}

/// Where each weekday and each child stands in the grid: the classes that the stylesheet knows.
struct PlanningColumns {
    let weekdays: [Weekday]
    let children: [PlanningChild]

    /// "d c3": the day's column.
    func dayClass(_ day: PlanningDay, today: CivilDate) -> String {
        let column = (weekdays.firstIndex(of: day.date.weekday) ?? 0) + 1
        let moment = day.date == today ? " today" : day.date < today ? " past" : ""
        return "d c\(column)\(moment)\(day.closure == nil && !day.children.isEmpty ? "" : " off")"
    }

    /// "k k2": the child's row, which the choice of a child hides too.
    func childClass(_ child: Identifier<Child>) -> String {
        "k k\((children.firstIndex { $0.id == child } ?? 0) + 1)"
    }

    func name(of child: Identifier<Child>) -> String {
        children.first { $0.id == child }?.firstName ?? ""
    }
}

private struct OpenWeek: HTML {
    let week: PlanningWeek
    let columns: PlanningColumns
    let today: CivilDate

    var body: some HTML {
        section(.class("wk")) {
            h2 { week.french(showing: columns.weekdays) }
            div(.class("days n\(columns.weekdays.count)")) {
                ul(.class("names"), .ariaHidden()) {
                    ForEach(columns.children) { child in li(.class(columns.childClass(child.id))) { child.firstName } }
                }
                ForEach(week.days) { day in
                    if columns.weekdays.contains(day.date.weekday), !day.children.isEmpty || day.note != nil {
                        PlanningDayView(day: day, columns: columns, today: today)
                    }
                }
            }
        }
    }
}

/// A week in which nothing is open, in one line that says why.
private struct ClosedWeek: HTML {
    let week: PlanningWeek
    let weekdays: [Weekday]

    var body: some HTML {
        if !notes.isEmpty {
            section(.class("wk")) {
                p(.class("wk-off")) {
                    strong { week.french(showing: weekdays) }
                    notes.joined(separator: ", ")
                }
            }
        }
    }

    private var notes: [String] {
        week.days.filter { weekdays.contains($0.date.weekday) }.compactMap { $0.closure ?? $0.note }.reduce(into: []) { notes, note in
            if !notes.contains(note) { notes.append(note) }
        }
    }
}

extension PlanningWeek {
    /// "Du 2 au 6 novembre": the days of the week that are shown.
    fileprivate func french(showing weekdays: [Weekday]) -> String {
        let shown = days.map(\.date).filter { weekdays.contains($0.weekday) }
        guard let first = shown.first, let last = shown.last else { return "" }
        guard first != last else { return first.french }
        return "Du \(first.day == 1 ? "1er" : String(first.day)) au \(last.frenchDayAndMonth)"
    }
}
