import PortalCore

/// What the `deadline` command is asked: a rule, a booked day and a calendar.
struct DeadlineQuestion: Sendable {
    private let rule: BookingDeadline
    private let booked: BookedDay
    private let calendar: SchoolCalendar

    /// - Throws: `CommandFailure` that names the option which cannot be read.
    init(_ arguments: CommandArguments) throws {
        try arguments.allow(options: ["rule", "zone", "day", "session-start", "closed", "starts", "alsace-moselle"])
        rule = try DeadlineQuestion.rule(arguments.required("rule"))
        let day = try DeadlineQuestion.day(arguments.required("day"), option: "day")
        booked = BookedDay(
            date: day,
            startsAt: try DeadlineQuestion.time(arguments["starts"]),
            sessionFirstDay: try arguments["session-start"].map { try DeadlineQuestion.sessionStart($0, upTo: day) }
        )
        calendar = SchoolCalendar(
            zone: try DeadlineQuestion.zone(arguments.required("zone")),
            alsaceMoselle: try DeadlineQuestion.isYes(arguments["alsace-moselle"]),
            closures: try DeadlineQuestion.closures(arguments["closed"])
        )
    }

    /// The instant (or "aucun"), then the sentence.
    var answer: [String] {
        let limit = rule.limit(for: booked, in: calendar)
        return switch limit {
        case .none: ["aucun", limit.sentence]
        case .until(let last): [last.rfc3339, limit.sentence]
        }
    }

    /// What the answer took for granted.
    var remarks: [String] {
        var remarks: [String] = []
        if rule.countsFromSession && booked.sessionFirstDay == nil {
            remarks.append("sans --session-start, la session commence le jour réservé.")
        }
        let known = SchoolHolidays.knownDays
        if !known.contains(booked.date) {
            let span = "du \(known.lowerBound.frenchWithoutWeekday) au \(known.upperBound.frenchWithoutWeekday)"
            remarks.append("les vacances scolaires ne sont connues que \(span).")
        }
        return remarks
    }

    private static func rule(_ notation: String) throws -> BookingDeadline {
        do {
            return try BookingDeadline(notation: notation)
        } catch {
            throw CommandFailure.usage("L'option --rule ne se lit pas. \(error)")
        }
    }

    private static func day(_ text: some StringProtocol, option: String) throws -> CivilDate {
        guard let day = CivilDate(iso: text) else { throw unreadable(option, expected: "un jour comme 2026-11-11", text) }
        return day
    }

    private static func sessionStart(_ text: String, upTo booked: CivilDate) throws -> CivilDate {
        let start = try day(text, option: "session-start")
        guard start <= booked else { throw unreadable("session-start", expected: "un jour qui n'est pas après celui de --day", text) }
        return start
    }

    private static func time(_ text: String?) throws -> CivilTime {
        guard let text else { return .midnight }
        guard let time = CivilTime(clock: text), time <= .endOfDay else { throw unreadable("starts", expected: "une heure comme 09:00", text) }
        return time
    }

    private static func zone(_ text: String) throws -> SchoolZone {
        guard let zone = SchoolZone(rawValue: text.uppercased()) else { throw unreadable("zone", expected: "A, B ou C", text) }
        return zone
    }

    private static func isYes(_ text: String?) throws -> Bool {
        switch text?.lowercased() {
        case "oui": true
        case "non", nil: false
        default: throw unreadable("alsace-moselle", expected: "oui ou non", text ?? "")
        }
    }

    private static func closures(_ text: String?) throws -> [TownClosure] {
        guard let text else { return [] }
        return try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
            let closed = try day(word, option: "closed")
            return TownClosure(firstDay: closed, lastDay: closed, reason: "Fermeture")
        }
    }

    private static func unreadable(_ option: String, expected: String, _ text: some StringProtocol) -> CommandFailure {
        .usage("L'option --\(option) attend \(expected), pas «\u{A0}\(text)\u{A0}».")
    }
}
