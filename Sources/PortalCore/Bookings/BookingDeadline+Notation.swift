/// The notation that staff write in definition files and in the admin pages (`docs/rules.md`).
extension BookingDeadline {
    /// Reads a notation, whatever its case, accents and spaces.
    package init(notation: String) throws(RuleNotationError) {
        var reader = RuleReader(notation)
        self = try reader.deadline()
        try reader.end()
    }

    /// The one canonical notation. Reading it gives this rule back, where its numbers are within the bounds that reading accepts.
    package var notation: String {
        switch self {
        case .none: "aucun"
        case .daysBefore(let count, let time, let skipped): "J\(back(count))\(suffix(time))\(skipped.notation)"
        case .hoursBefore(let hours): "\(hours) h"
        case .weekday(let weekday, let weeks, let time): WeekdayLimit(weekday: weekday, weeksBefore: weeks, time: time).notation
        case .weekdayTable(let table): BookingDeadline.notation(of: table)
        case .dayOfPreviousMonth(let day, let time): "\(day) M-1\(suffix(time))"
        case .beforeSession(let notice, let time): "session-\(notice.notation)\(suffix(time))"
        case .absolute(let date, let time): "\(date.iso)\(suffix(time))"
        case .openUntil(let monthDay, let then): "aucun jusqu'au \(monthDay.french), puis \(then.notation)"
        }
    }

    /// Neighbouring weekdays with the same limit share a row.
    private static func notation(of table: [Weekday: WeekdayLimit]) -> String {
        BookingDeadline.rows(of: table).map { days, limit in
            "\(days.map(\.frenchName).joined(separator: ", ")): \(limit.notation)"
        }.joined(separator: "; ")
    }

    /// A table's rows from Monday to Sunday, neighbours with the same limit together.
    static func rows(of table: [Weekday: WeekdayLimit]) -> [(days: [Weekday], limit: WeekdayLimit)] {
        var rows: [(days: [Weekday], limit: WeekdayLimit)] = []
        for (day, limit) in table.sorted(by: { $0.key < $1.key }) {
            if let last = rows.last, last.limit == limit {
                rows[rows.count - 1].days.append(day)
            } else {
                rows.append(([day], limit))
            }
        }
        return rows
    }
}

extension WeekdayLimit {
    fileprivate var notation: String { "\(weekday.frenchName) S\(back(weeksBefore))\(suffix(time))" }
}

extension SessionNotice {
    fileprivate var notation: String {
        switch self {
        case .days(let count): "\(count) \(count < 2 ? "jour" : "jours")"
        case .weeks(let count): "\(count) \(count < 2 ? "semaine" : "semaines")"
        }
    }
}

extension SkippedDays {
    fileprivate var notation: String {
        var names = weekdays.subtracting([.saturday, .sunday]).sorted().map { "\($0.frenchName)s" }
        if weekdays.isSuperset(of: [.saturday, .sunday]) {
            names.append("week-ends")
        } else {
            names += weekdays.intersection([.saturday, .sunday]).map { "\($0.frenchName)s" }
        }
        if publicHolidays { names.append("fériés") }
        if schoolHolidays { names.append("vacances") }
        if closedDays { names.append("fermetures") }
        return names.isEmpty ? "" : " hors \(names.joined(separator: ", "))"
    }
}

/// "-7"; nothing for zero.
private func back(_ count: Int) -> String { count == 0 ? "" : "-\(count)" }

/// " 12:00"; nothing for the end of the day.
private func suffix(_ time: CivilTime) -> String { time < .endOfDay ? " \(time.clock)" : "" }
