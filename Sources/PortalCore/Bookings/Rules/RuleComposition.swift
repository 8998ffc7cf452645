/// A deadline said by choices in a form instead of its notation (`docs/rules.md`), which it writes.
///
/// Tables by weekday and the notice that starts on a day of the year are not composed: they start from an example.
package struct RuleComposition: Hashable, Sendable {
    /// What the deadline is counted from; the raw values are the form's.
    package enum Form: String, CaseIterable, Hashable, Sendable {
        case none = "aucun"
        case daysBefore = "jours"
        case hoursBefore = "heures"
        case weekday = "semaine"
        case dayOfPreviousMonth = "mois"
        case beforeSession = "session"
        case absolute = "date"
    }

    /// The form's fields; the raw values are their names.
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case form = "forme"
        case days = "forme-jours"
        case hours = "forme-heures"
        case weekday = "forme-jour"
        case weeks = "forme-semaines"
        case dayOfMonth = "forme-quantieme"
        case session = "forme-session"
        case sessionSpan = "forme-session-en"
        case date = "forme-date"
        case time = "forme-heure"
        case skipsWeekends = "hors-week-ends"
        case skipsWednesdays = "hors-mercredis"
        case skipsPublicHolidays = "hors-feries"
        case skipsSchoolHolidays = "hors-vacances"
        case skipsClosedDays = "hors-fermetures"
        /// The field of the draft that the notation is for.
        case target = "forme-pour"
    }

    /// The days that may be skipped, in the order in which a notation names them.
    package static let skips: [Field] = [.skipsWednesdays, .skipsWeekends, .skipsPublicHolidays, .skipsSchoolHolidays, .skipsClosedDays]

    private var typed: [Field: String] = [:]

    package subscript(_ field: Field) -> String {
        get { typed[field] ?? RuleComposition.usual[field] ?? "" }
        set { typed[field] = newValue }
    }

    /// What the form shows before anything is chosen.
    private static let usual: [Field: String] = [
        .days: "2", .hours: "72", .weekday: Weekday.thursday.frenchName, .weeks: "1", .dayOfMonth: "20", .session: "4", .sessionSpan: "semaines",
    ]

    /// What a form sent; nil when it sent none.
    ///
    /// - Parameter sent: the value of a field of the form, by its name.
    package init?(_ sent: (String) -> String?) {
        guard sent(Field.form.rawValue) != nil else { return nil }
        for field in Field.allCases { typed[field] = sent(field.rawValue) }
    }

    /// The choices that say a rule, as far as choices can.
    package init(_ rule: BookingDeadline?) {
        switch rule {
        case nil: break
        case .some(.none): self[.form] = Form.none.rawValue
        case .daysBefore(let count, let time, let skipped): say(.daysBefore, [.days: String(count)], time, skipped)
        case .hoursBefore(let hours): say(.hoursBefore, [.hours: String(hours)])
        case .weekday(let weekday, let weeks, let time): say(.weekday, [.weekday: weekday.frenchName, .weeks: String(weeks)], time)
        case .dayOfPreviousMonth(let day, let time): say(.dayOfPreviousMonth, [.dayOfMonth: String(day)], time)
        case .beforeSession(.days(let count), let time): say(.beforeSession, [.session: String(count), .sessionSpan: "jours"], time)
        case .beforeSession(.weeks(let count), let time): say(.beforeSession, [.session: String(count), .sessionSpan: "semaines"], time)
        case .absolute(let date, let time): say(.absolute, [.date: date.iso], time)
        case .weekdayTable, .openUntil: break
        }
    }

    private mutating func say(_ form: Form, _ values: [Field: String], _ time: CivilTime = .endOfDay, _ skipped: SkippedDays = SkippedDays()) {
        typed = values
        self[.form] = form.rawValue
        if time < .endOfDay { self[.time] = time.clock }
        if skipped.weekdays.isSuperset(of: [.saturday, .sunday]) { self[.skipsWeekends] = "oui" }
        if skipped.weekdays.contains(.wednesday) { self[.skipsWednesdays] = "oui" }
        if skipped.publicHolidays { self[.skipsPublicHolidays] = "oui" }
        if skipped.schoolHolidays { self[.skipsSchoolHolidays] = "oui" }
        if skipped.closedDays { self[.skipsClosedDays] = "oui" }
    }

    /// Which field of a draft it is for.
    package var target: RuleDraft.Field { RuleDraft.Field(rawValue: self[.target]) == .cancelling ? .cancelling : .adding }

    /// The notation that the choices write. Where a choice is missing it cannot be read, and reading it says what is missing.
    package var notation: String {
        let time = self[.time].isEmpty ? "" : " \(self[.time])"
        return switch Form(rawValue: self[.form]) {
        case .some(.none): "aucun"
        case .daysBefore: "J-\(self[.days])\(time)\(skipped)"
        case .hoursBefore: "\(self[.hours]) h"
        case .weekday: "\(self[.weekday]) S\(self[.weeks] == "0" ? "" : "-\(self[.weeks])")\(time)"
        case .dayOfPreviousMonth: "\(self[.dayOfMonth]) M-1\(time)"
        case .beforeSession: "session-\(self[.session]) \(self[.sessionSpan])\(time)"
        case .absolute: "\(self[.date])\(time)"
        case nil: ""
        }
    }

    private var skipped: String {
        let names = RuleComposition.skips.filter { !self[$0].isEmpty }.compactMap(\.skippedName)
        return names.isEmpty ? "" : " hors \(names.joined(separator: ", "))"
    }
}

extension RuleComposition.Field {
    /// The days that a field skips, as a notation names them; nil for the other fields.
    package var skippedName: String? {
        switch self {
        case .skipsWednesdays: "mercredis"
        case .skipsWeekends: "week-ends"
        case .skipsPublicHolidays: "fériés"
        case .skipsSchoolHolidays: "vacances"
        case .skipsClosedDays: "fermetures"
        default: nil
        }
    }
}
