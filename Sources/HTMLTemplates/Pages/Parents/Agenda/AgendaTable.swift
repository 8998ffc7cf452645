import PortalCore

/// The weeks in rows, the days in columns; on a telephone one day under another.
struct AgendaTable: HTML {
    let model: AgendaPage.Model
    let title: String

    var body: some HTML {
        table(.class(model.query.isMonth ? "cal month" : "cal week")) {
            caption(.class("v")) { title }
            thead { tr { ForEach(weekdays) { day in th(.scope(.column)) { day.frenchName } } } }
            tbody {
                ForEach(mondays) { monday in
                    tr { ForEach(weekdays) { weekday in AgendaCell(model: model, date: monday.adding(days: weekday.rawValue - 1)) } }
                }
            }
        }
    }

    private var mondays: [CivilDate] { stride(from: model.days.lowerBound, through: model.days.upperBound, by: 7).map(\.self) }

    /// Monday to Friday, and the weekend when something is on it.
    private var weekdays: [Weekday] {
        let used = Set(model.agendas.values.flatMap(\.self).filter { model.days.contains($0.date) }.map(\.date.weekday))
        return Weekday.allCases.filter { $0 <= .friday || used.contains($0) }
    }
}

private struct AgendaCell: HTML {
    let model: AgendaPage.Model
    let date: CivilDate

    var body: some HTML {
        td(.class(classes)) {
            time(.datetime(date.iso)) {
                span(.class("dow")) { "\(date.weekday.frenchName) " }
                date.frenchDayAndMonth.prefix { $0 != " " }
                    + (date.day == 1 || !model.query.isMonth ? " \(CivilDate.frenchMonths[date.month - 1])" : "")
            }
            if let note = model.notes[date] { p(.class("note")) { note } }
            ForEach(lines) { line in AgendaLine(child: line.child, entries: line.entries, isDetailed: !model.query.isMonth) }
        }
    }

    private var classes: String {
        let moment = date == model.today ? "today" : model.query.isMonth && !model.month.contains(date) ? "other" : ""
        return lines.isEmpty ? "\(moment) free" : moment
    }

    private var lines: [(child: Child, entries: [AgendaEntry])] {
        model.shownChildren.compactMap { child in
            let entries = (model.agendas[child.id] ?? []).filter { $0.date == date }
            return entries.isEmpty ? nil : (child, entries)
        }
    }
}

/// A child's day: with hours and place in a week, in a few words in a month.
private struct AgendaLine: HTML {
    let child: Child
    let entries: [AgendaEntry]
    let isDetailed: Bool

    var body: some HTML {
        div(.class("cal-line")) {
            strong { child.firstName }
            " "
            if isDetailed {
                ul { ForEach(entries) { entry in li { AgendaDetail(entry: entry) } } }
            } else {
                span { entries.map { $0.unitWords + $0.remarkWords }.joined(separator: ", ") }
                ForEach(entries.compactMap(\.meetingWords)) { words in span(.class("hint")) { words } }
            }
        }
    }
}

private struct AgendaDetail: HTML {
    let entry: AgendaEntry

    var body: some HTML {
        span(.class("hint")) { "\(entry.startsAt.french) – \(entry.endsAt.french)" }
        "\(entry.unitName)\(entry.remarkWords)"
        if let times = entry.times { span(.class("hint")) { times.french } }
        if !entry.place.isEmpty { span(.class("hint")) { entry.place } }
        if let words = entry.meetingWords { span(.class("hint")) { words } }
    }
}

extension AgendaEntry {
    /// What makes it no ordinary expectation, in words: a sheet of paper has no colours.
    fileprivate var remarkWords: String {
        switch (remark, state) {
        case (.closed(let reason), _): " – fermé (\(reason)), rien n'est facturé"
        case (.unbooked, _): " (présent sans réservation)"
        case (nil, .absent): " (absence)"
        case (nil, .excused): " (excusé)"
        case (nil, .reserved), (nil, .present): ""
        }
    }
}
