import PortalCore

/// The coming days of a child, or of the whole family.
struct AgendaList: HTML {
    private let days: [(date: CivilDate, entries: [AgendaEntry])]

    /// - Parameter entries: by day.
    init(_ entries: [AgendaEntry]) {
        days = entries.reduce(into: []) { days, entry in
            if days.last?.date == entry.date {
                days[days.count - 1].entries.append(entry)
            } else {
                days.append((entry.date, [entry]))
            }
        }
    }

    var body: some HTML {
        ol(.class("agenda")) {
            ForEach(days) { day in
                li {
                    DateLeaf(day.date)
                    ul { ForEach(day.entries) { entry in AgendaItem(entry: entry) } }
                }
            }
        }
    }
}

private struct AgendaItem: HTML {
    let entry: AgendaEntry

    var body: some HTML {
        li {
            span(.class("agenda-time")) { "\(entry.startsAt.french) – \(entry.endsAt.french)" }
            span(.class("agenda-what")) {
                strong { entry.activityName }
                " \(entry.unitName)"
                if let times = entry.times { span(.class("hint")) { times.french } }
                if entry.place != entry.activityName { span(.class("hint")) { entry.place } }
                if let words = entry.meetingWords { span(.class("hint")) { words } }
            }
            switch (entry.remark, entry.state) {
            case (.closed(let reason), _): StateTag("Fermé\u{A0}: \(reason)", tone: .warning, icon: .cross)
            case (.unbooked, _): StateTag("Présent sans réservation", tone: .warning, icon: .check)
            case (nil, .reserved): StateTag("Réservé", tone: .success)
            case (nil, .absent): StateTag("Absence", tone: .warning, icon: .absent)
            case (nil, .excused): StateTag("Absence justifiée", tone: .neutral, icon: .absent)
            case (nil, .present): StateTag("Présent", tone: .accent, icon: .check)
            }
        }
    }
}

/// A day as a calendar's leaf shows it.
struct DateLeaf: HTML {
    private let date: CivilDate

    init(_ date: CivilDate) {
        self.date = date
    }

    var body: some HTML {
        time(.class("leaf"), .datetime(date.iso)) {
            span { date.weekday.frenchName }
            " "
            strong { date.day }
            " "
            span { CivilDate.frenchMonths[date.month - 1] }
        }
    }
}
