/// Rules that count days back from the booked day, and the days that they do not count.
extension RuleReader {
    /// What follows "J": "-2 10:00 hors week-ends, fériés", "-3 jours ouvrés 12:00".
    mutating func daysBefore() throws(RuleNotationError) -> BookingDeadline {
        var count = take("-") ? try number("un nombre de jours", in: 0...400, example: "J-7 12:00") : 0
        _ = takeOne(of: ["jour", "jours"])
        var time: CivilTime?
        var skipped = SkippedDays()
        while true {
            if time == nil, let read = try takeTime() {
                time = read
            } else if takeOne(of: ["franc", "francs"]) != nil {
                // Neither the day of the act nor the booked day counts.
                count += 1
            } else if takeOne(of: ["ouvre", "ouvres"]) != nil {
                skipped.formUnion(SkippedDays(weekdays: [.saturday, .sunday], publicHolidays: true))
            } else if takeOne(of: ["ouvrable", "ouvrables"]) != nil {
                skipped.formUnion(SkippedDays(weekdays: [.sunday], publicHolidays: true))
            } else if take("hors") {
                skipped.formUnion(try skippedDays())
            } else {
                return .daysBefore(count, at: time ?? .endOfDay, skipping: skipped)
            }
        }
    }

    /// "week-ends, mercredis, fériés, vacances et fermetures".
    private mutating func skippedDays() throws(RuleNotationError) -> SkippedDays {
        var skipped = SkippedDays()
        repeat {
            try skippedDay(into: &skipped)
        } while takeOne(of: [",", "et", "ni"]) != nil
        guard skipped.weekdays.count < Weekday.allCases.count else {
            throw error("il faut laisser au moins un jour de la semaine à compter", example: "J-2 10:00 hors week-ends")
        }
        return skipped
    }

    private mutating func skippedDay(into skipped: inout SkippedDays) throws(RuleNotationError) {
        if takeOne(of: ["weekend", "weekends"]) != nil || take("week", "-", "end") || take("week", "-", "ends") {
            skipped.weekdays.formUnion([.saturday, .sunday])
        } else if takeOne(of: ["ferie", "feries"]) != nil || take("jours", "feries") {
            skipped.publicHolidays = true
        } else if take("vacances") {
            _ = take("scolaires")
            skipped.schoolHolidays = true
        } else if takeOne(of: ["fermeture", "fermetures"]) != nil {
            skipped.closedDays = true
        } else if let weekday = takeWeekday() {
            skipped.weekdays.insert(weekday)
        } else {
            throw error("il faut dire quels jours ne comptent pas", example: "J-2 hors week-ends, mercredis, fériés, vacances, fermetures")
        }
    }
}

extension SkippedDays {
    fileprivate mutating func formUnion(_ other: SkippedDays) {
        weekdays.formUnion(other.weekdays)
        publicHolidays = publicHolidays || other.publicHolidays
        schoolHolidays = schoolHolidays || other.schoolHolidays
        closedDays = closedDays || other.closedDays
    }
}
