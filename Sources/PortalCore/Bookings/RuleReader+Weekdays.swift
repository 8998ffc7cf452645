/// Rules that name a weekday, for all days or row by row.
extension RuleReader {
    /// "jeudi S-1 12:00", or a table when the weekday is one of the booked ones: "lundi, mardi: vendredi S-1 09:00; ...".
    mutating func weekdayRule(startingWith weekday: Weekday) throws(RuleNotationError) -> BookingDeadline {
        if let next, [":", ",", "et"].contains(next) { return .weekdayTable(try table(startingWith: weekday)) }
        let limit = try weekdayLimit(of: weekday)
        return .weekday(limit.weekday, weeksBefore: limit.weeksBefore, at: limit.time)
    }

    private mutating func table(startingWith first: Weekday) throws(RuleNotationError) -> [Weekday: WeekdayLimit] {
        var table: [Weekday: WeekdayLimit] = [:]
        var booked = [first]
        repeat {
            if booked.isEmpty {
                if next == nil { break }
                booked.append(try weekday())
            }
            while takeOne(of: [",", "et"]) != nil { booked.append(try weekday()) }
            guard take(":") else { throw error("il faut \(quoted(":")) après les jours réservés", example: RuleReader.tableExample) }
            let limit = try weekdayLimit(of: try weekday())
            for day in booked where table.updateValue(limit, forKey: day) != nil {
                throw error("\(quoted(day.frenchName)) a déjà sa limite", example: RuleReader.tableExample)
            }
            booked = []
        } while take(";")
        return table
    }

    private mutating func weekday() throws(RuleNotationError) -> Weekday {
        guard let weekday = takeWeekday() else { throw error("il faut un jour de la semaine", example: RuleReader.tableExample) }
        return weekday
    }

    /// What follows the weekday of a limit: "S-1 12:00", "S" for the same week.
    private mutating func weekdayLimit(of weekday: Weekday) throws(RuleNotationError) -> WeekdayLimit {
        guard take("s") else { throw error("il faut \(quoted("S")) (même semaine) ou \(quoted("S-1"))", example: "jeudi S-1 12:00") }
        let weeks = take("-") ? try number("un nombre de semaines", in: 0...60, example: "jeudi S-1 12:00") : 0
        return WeekdayLimit(weekday: weekday, weeksBefore: weeks, time: try timeOrEndOfDay())
    }

    private static let tableExample = "lundi, mardi: vendredi S-1 09:00; jeudi, vendredi: mardi S 09:00"
}
