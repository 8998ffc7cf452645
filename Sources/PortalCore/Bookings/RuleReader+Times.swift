/// The times, days and months inside a rule.
extension RuleReader {
    /// "12:00", "12h00", "9 h 30", "à 9h" when one is next; nil otherwise.
    mutating func takeTime() throws(RuleNotationError) -> CivilTime? {
        let announced = take("a")
        let failure = error("il faut une heure entre 00:00 et 23:59", example: "J-7 12:00")
        guard let digits = next, digits.first?.isNumber == true, let separator = token(at: 1), separator == ":" || separator == "h" else {
            if announced { throw failure }
            return nil
        }
        _ = takeDigits()
        _ = takeOne(of: [":", "h"])
        let minutes = takeDigits() ?? (separator == "h" ? "00" : "")
        guard let time = CivilTime(clock: "\(digits):\(minutes)") else { throw failure }
        return min(time, .endOfDay)
    }

    /// A time when one is next, else the end of the day.
    mutating func timeOrEndOfDay() throws(RuleNotationError) -> CivilTime { try takeTime() ?? .endOfDay }

    /// "lundi" ... "dimanche", in the singular or the plural, when one is next.
    mutating func takeWeekday() -> Weekday? {
        guard let next, let weekday = Weekday(frenchName: next.last == "s" ? next.dropLast() : next[...]) else { return nil }
        _ = takeOne(of: [next])
        return weekday
    }

    /// "30 septembre", "1er octobre".
    mutating func monthDay() throws(RuleNotationError) -> MonthDay {
        let failure = error("il faut un jour et un mois", example: "aucun jusqu'au 30 septembre, puis J-14")
        guard let digits = takeDigits(), let day = Int(digits) else { throw failure }
        _ = take("er")
        guard let word = next, let month = RuleReader.months.firstIndex(of: word), let monthDay = MonthDay(month: month + 1, day: day)
        else { throw failure }
        _ = take(word)
        return monthDay
    }

    /// "2026-09-30" or "30/09/2026".
    mutating func date() throws(RuleNotationError) -> CivilDate {
        let failure = error("il faut une date", example: "2026-09-30 20:00")
        var numbers: [Int] = []
        let separator = token(at: 1) == "/" ? "/" : "-"
        repeat {
            guard let digits = takeDigits(), let number = Int(digits) else { throw failure }
            numbers.append(number)
        } while numbers.count < 3 && take(separator)
        if separator == "/" { numbers.reverse() }
        guard numbers.count == 3, let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) else { throw failure }
        return date
    }

    private static let months = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
    ]
}
