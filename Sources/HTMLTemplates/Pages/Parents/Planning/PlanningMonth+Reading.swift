import PortalCore

extension PlanningMonth {
    /// The next moment after which something of the page may no longer be changed; nil when there is none.
    var nextLimit: NextLimit? {
        var next: (last: Instant, days: [CivilDate])?
        for day in weeks.lazy.flatMap(\.days) {
            for limit in day.limits where !limit.isOver {
                guard case .until(let last) = limit.limit else { continue }
                if let known = next, known.last == last {
                    next?.days.append(day.date)
                } else if next.map({ last < $0.last }) ?? true {
                    next = (last, [day.date])
                }
            }
        }
        return next.map { NextLimit(limit: .until($0.last), days: Set($0.days).sorted()) }
    }

    /// One box at least may be ticked or unticked.
    package var mayChange: Bool {
        weeks.contains { week in week.days.contains { day in day.children.contains { $0.cells.contains(where: \.mayChange) } } }
    }

    /// The days of the week that have something in this month: the columns.
    var weekdays: [Weekday] {
        Set(weeks.flatMap(\.days).filter { !$0.children.isEmpty }.map(\.date.weekday)).sorted()
    }
}

/// A moment after which some days may no longer be changed.
struct NextLimit {
    let limit: DeadlineLimit
    let days: [CivilDate]

    /// "Prochaine limite : mar. 3 nov. à 12 h 00, pour le jeudi 5 novembre."
    var french: String? {
        guard let moment = limit.shortMoment, let first = days.first else { return nil }
        let concerned = days.count == 1 ? "le \(first.weekday.frenchName)\u{A0}\(first.frenchDayAndMonth)" : "\(days.count)\u{A0}jours"
        return "Prochaine limite\u{A0}: \(moment), pour \(concerned)."
    }
}

extension PlanningDay {
    /// Why nothing is open on this day although something would be; nil when something is open.
    var closure: String? {
        let reasons = children.flatMap(\.cells).map { cell -> String? in
            if case .closed(let reason) = cell.state { reason } else { nil }
        }
        guard let first = reasons.first, reasons.allSatisfy({ $0 != nil }) else { return nil }
        return note ?? first
    }
}

extension Month {
    /// "novembre".
    var frenchName: String { CivilDate.frenchMonths[month - 1] }
}

extension DeadlineLimit {
    /// "20 nov."; nil when there is no notice.
    var shortDay: String? {
        guard case .until(let last) = self else { return nil }
        return String(ParisTime.date(last).frenchShort.drop { $0 != " " }.dropFirst().map { $0 == " " ? "\u{A0}" : $0 })
    }

    /// "mar. 3 nov. à 12 h 00": for a place where the year goes without saying; nil when there is no notice.
    var shortMoment: String? {
        guard case .until(let last) = self else { return nil }
        let paris = ParisTime.reading(last)
        let day = String(paris.date.frenchShort.map { $0 == " " ? "\u{A0}" : $0 })
        return "\(day) à\u{A0}\(paris.time.french)"
    }
}
