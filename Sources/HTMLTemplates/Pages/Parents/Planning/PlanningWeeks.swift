import PortalCore

/// The weeks, one under another. On a large screen each is a grid whose columns are days and whose rows are children;
/// on a telephone one week is shown at a time, as a list of days. The weeks that are over come last: nothing can be done about them.
struct PlanningWeeks: HTML {
    private let planning: PlanningMonth
    private let columns: PlanningColumns
    private let previousMonth: Link?
    private let nextMonth: Link?

    init(model: PlanningPage.Model) {
        self.init(planning: model.planning, previousMonth: model.previousMonth, nextMonth: model.nextMonth)
    }

    init(planning: PlanningMonth, previousMonth: Link?, nextMonth: Link?) {
        self.planning = planning
        let shown = Set(planning.weeks.flatMap(\.days).flatMap(\.children).map(\.child))
        columns = PlanningColumns(weekdays: planning.weekdays, children: planning.children.filter { shown.contains($0.id) })
        self.previousMonth = previousMonth
        self.nextMonth = nextMonth
    }

    var body: some HTML {
        div(.class("weeks")) {
            ForEach(coming.indices) { index in
                WeekView(week: coming[index], columns: columns, today: planning.today, isFirst: index == opening, steps: steps(at: index))
            }
        }
        if !over.isEmpty {
            details(.class("over")) {
                summary { over.count == 1 ? "Voir la semaine passée" : "Voir les \(over.count) semaines passées" }
                ForEach(over) { week in WeekView(week: week, columns: columns, today: planning.today, steps: nil) }
            }
        }
    }

    /// The way to the weeks around, which may be in another month. A month begins and ends with whole weeks: the next one shows the last again.
    private func steps(at index: Int) -> WeekSteps {
        let weeks = coming
        let (previous, next) = (weeks[index].monday.adding(days: -7), weeks[index].monday.adding(days: 7))
        return WeekSteps(
            previous: index > 0 ? Link(fragment: WeekView.id(previous)) : over.isEmpty ? previousMonth?.at(fragment: WeekView.id(previous)) : nil,
            next: index + 1 < weeks.count ? Link(fragment: WeekView.id(next)) : nextMonth?.at(fragment: WeekView.id(next))
        )
    }

    private var weeks: [PlanningWeek] {
        planning.weeks.filter { week in week.days.contains { !$0.children.isEmpty || ($0.note != nil && $0.date.weekday <= .friday) } }
    }

    /// The week that a telephone shows first: the first in which something may be changed.
    private var opening: Int {
        coming.firstIndex { week in week.days.contains { day in day.children.contains { $0.cells.contains(where: \.mayChange) } } } ?? 0
    }

    /// The weeks that are over, folded away. Those of a month that is all over are what its reader came for: they stay.
    private var over: [PlanningWeek] { isAllOver ? [] : weeks.filter(isOver) }

    private var coming: [PlanningWeek] { isAllOver ? weeks : weeks.filter { !isOver($0) } }

    private var isAllOver: Bool { planning.month.lastDay < planning.today }

    private func isOver(_ week: PlanningWeek) -> Bool { week.monday.adding(days: 6) < planning.today }
}

/// Where one goes from a week, on a screen that shows one at a time.
struct WeekSteps {
    let previous: Link?
    let next: Link?
}

/// Where each weekday and each child stands in the grid.
struct PlanningColumns {
    let weekdays: [Weekday]
    let children: [PlanningChild]

    /// "d c3": the day's column.
    func dayClass(_ day: PlanningDay, today: CivilDate) -> String {
        let column = (weekdays.firstIndex(of: day.date.weekday) ?? 0) + 1
        let moment = day.date == today ? " today" : day.date < today ? " past" : ""
        return "d c\(column)\(moment)\(day.closure == nil && !day.children.isEmpty ? "" : " off")"
    }
}

struct WeekView: HTML {
    let week: PlanningWeek
    let columns: PlanningColumns
    let today: CivilDate
    var isFirst = false
    /// nil where all weeks are shown at once.
    let steps: WeekSteps?

    static func id(_ monday: CivilDate) -> String { "s\(monday.iso)" }

    var body: some HTML {
        section(.class(isFirst ? "wk first" : "wk"), .id(WeekView.id(week.monday))) {
            div(.class("wk-head")) {
                h2 { week.french(showing: columns.weekdays) }
                if let steps {
                    step(steps.previous, .previous, "Semaine précédente")
                    step(steps.next, .next, "Semaine suivante")
                }
            }
            if week.days.contains(where: { !$0.children.isEmpty && $0.closure == nil }) { grid } else { ClosedWeek(week: week, columns: columns) }
        }
    }

    private func step(_ link: Link?, _ icon: Icon, _ name: String) -> some HTML {
        link.map { link in
            a(.class("button secondary step"), .href(link)) {
                IconView(icon)
                span(.class("v")) { name }
            }
        }
    }

    private var grid: some HTML {
        div(.class("days n\(columns.weekdays.count)")) {
            ul(.class("names"), .ariaHidden()) {
                ForEach(columns.children) { child in li(.class("k"), .data(.child, Int(child.id.rawValue))) { child.firstName } }
            }
            ForEach(week.days) { day in
                if columns.weekdays.contains(day.date.weekday), !day.children.isEmpty || day.note != nil {
                    PlanningDayView(day: day, columns: columns, today: today)
                }
            }
        }
    }
}

/// A week in which nothing is open, in one line that says why.
private struct ClosedWeek: HTML {
    let week: PlanningWeek
    let columns: PlanningColumns

    var body: some HTML {
        p(.class("wk-off")) { notes.isEmpty ? "Rien n'est ouvert cette semaine." : notes.joined(separator: ", ") }
    }

    private var notes: [String] {
        week.days.filter { columns.weekdays.contains($0.date.weekday) }.compactMap { $0.closure ?? $0.note }.reduce(into: []) { notes, note in
            if !notes.contains(note) { notes.append(note) }
        }
    }
}

extension DataName {
    /// The child that a row is for: read by `Public/planning.js`.
    static let child = DataName("data-c")
}

extension PlanningWeek {
    /// "Du 2 au 6 novembre", "Du 30 novembre au 4 décembre": the days of the week that are shown.
    fileprivate func french(showing weekdays: [Weekday]) -> String {
        let shown = days.map(\.date).filter { weekdays.contains($0.weekday) }
        guard let first = shown.first, let last = shown.last else { return "" }
        guard first != last else { return first.french }
        let start = first.month == last.month ? (first.day == 1 ? "1er" : String(first.day)) : first.frenchDayAndMonth
        return "Du \(start) au \(last.frenchDayAndMonth)"
    }
}
