/// The forms of a deadline's notation; `docs/rules.md` gives each with a town's example.
extension RuleReader {
    mutating func deadline() throws(RuleNotationError) -> BookingDeadline {
        if take("aucun") { return try afterNone() }
        if take("j") { return try daysBefore() }
        if take("session") { return try beforeSession() }
        if let weekday = takeWeekday() { return try weekdayRule(startingWith: weekday) }
        guard let next, next.first?.isNumber == true else {
            let problem = next.map { "\(quoted($0)) ne commence aucune règle connue" } ?? "il manque une règle"
            throw error(problem, example: RuleReader.examples)
        }
        return try startingWithNumber()
    }

    /// "aucun", or "aucun jusqu'au 30 septembre, puis ...".
    private mutating func afterNone() throws(RuleNotationError) -> BookingDeadline {
        guard take("jusqu", "'", "au") else { return .none }
        let lastOpenDay = try monthDay()
        _ = take(",")
        guard take("puis") else {
            throw error("il faut \(quoted("puis")) et la règle d'après", example: "aucun jusqu'au 30 septembre, puis J-14")
        }
        return .openUntil(lastOpenDay, then: try deadline())
    }

    /// "72 h", "20 M-1 12:00" or "2026-09-30 20:00".
    private mutating func startingWithNumber() throws(RuleNotationError) -> BookingDeadline {
        switch token(at: 1) {
        case "h", "heure", "heures":
            let hours = try number("un nombre d'heures", in: 0...9000, example: "72 h")
            _ = takeOne(of: ["h", "heure", "heures"])
            return .hoursBefore(hours)
        case "m", "er":
            let day = try number("un jour du mois", in: 1...31, example: "20 M-1 12:00")
            _ = take("er")
            guard take("m", "-", "1") else { throw error("il faut \(quoted("M-1")), le mois précédent", example: "20 M-1 12:00") }
            return .dayOfPreviousMonth(day, at: try timeOrEndOfDay())
        case "-", "/":
            return .absolute(try date(), at: try timeOrEndOfDay())
        default:
            throw error("ce nombre seul ne dit pas de règle", example: RuleReader.examples)
        }
    }

    /// "session-4 semaines", "session-15 jours 18:00"; clear days (francs) count one more.
    private mutating func beforeSession() throws(RuleNotationError) -> BookingDeadline {
        let example = "session-4 semaines"
        guard take("-") else { throw error("il faut \(quoted("-")) et une durée", example: example) }
        let count = try number("une durée", in: 0...400, example: example)
        switch takeOne(of: ["jour", "jours", "semaine", "semaines"]) {
        case "semaine", "semaines":
            return .beforeSession(.weeks(count), at: try timeOrEndOfDay())
        case "jour", "jours":
            let clearDay = takeOne(of: ["franc", "francs"]) == nil ? 0 : 1
            return .beforeSession(.days(count + clearDay), at: try timeOrEndOfDay())
        default:
            throw error("il faut \(quoted("jours")) ou \(quoted("semaines"))", example: example)
        }
    }
}
