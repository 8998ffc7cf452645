extension BookingDeadline {
    /// The rule itself in words, without a date: "au plus tard 7 jours avant, à 23 h 59".
    package var frenchDescription: String {
        switch self {
        case .none:
            "sans délai, jusqu'au jour même"
        case .daysBefore(let count, let time, let skipped):
            "au plus tard \(BookingDeadline.words(daysBefore: count)), à \(time.french)\(skipped.words)"
        case .hoursBefore(let hours):
            hours == 0 ? "au plus tard au début de l'accueil" : "au plus tard \(counted(hours, "heure")) avant le début de l'accueil"
        case .weekday(let weekday, let weeks, let time):
            "au plus tard \(WeekdayLimit(weekday: weekday, weeksBefore: weeks, time: time).words)"
        case .weekdayTable(let table):
            BookingDeadline.words(of: table)
        case .dayOfPreviousMonth(let day, let time):
            "au plus tard le \(day == 1 ? "1er" : String(day)) du mois précédent\(day > 28 ? " (ou son dernier jour)" : ""), à \(time.french)"
        case .beforeSession(let notice, let time):
            "au plus tard \(notice.words)le premier jour de la session, à \(time.french)"
        case .absolute(let date, let time):
            "au plus tard le \(date.french) à \(time.french)"
        case .openUntil(let monthDay, let then):
            "sans délai jusqu'au \(monthDay.french), puis \(then.frenchDescription)"
        }
    }

    private static func words(daysBefore count: Int) -> String {
        switch count {
        case 0: "le jour même"
        case 1: "la veille"
        default: "\(count) jours avant"
        }
    }

    private static func words(of table: [Weekday: WeekdayLimit]) -> String {
        rows(of: table).map { days, limit in
            "pour \(enumeration(days.map { "le \($0.frenchName)" }, "et")), au plus tard \(limit.words)"
        }.joined(separator: "\u{A0}; ")
    }
}

extension WeekdayLimit {
    fileprivate var words: String {
        let day =
            switch weeksBefore {
            case 0: "le \(weekday.frenchName) de la même semaine"
            case 1: "le \(weekday.frenchName) de la semaine précédente"
            default: "le \(weekday.frenchName), \(weeksBefore) semaines avant"
            }
        return "\(day), à \(time.french)"
    }
}

extension SessionNotice {
    fileprivate var words: String {
        switch self {
        case .days(0), .weeks(0): ""
        case .days(let count): "\(counted(count, "jour")) avant "
        case .weeks(let count): "\(counted(count, "semaine")) avant "
        }
    }
}

extension SkippedDays {
    fileprivate var words: String {
        let single = weekdays.isSuperset(of: [.saturday, .sunday]) ? weekdays.subtracting([.saturday, .sunday]) : weekdays
        var names = single.sorted().map { "les \($0.frenchName)s" }
        if single != weekdays { names.append("les week-ends") }
        if publicHolidays { names.append("les jours fériés") }
        if schoolHolidays { names.append("les vacances scolaires") }
        if closedDays { names.append("les jours de fermeture") }
        return names.isEmpty ? "" : ", sans compter \(enumeration(names, "ni"))"
    }
}

/// "1 jour", "4 jours".
private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count > 1 ? "s" : "")" }

/// "a, b et c".
private func enumeration(_ items: [String], _ conjunction: String) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
}
