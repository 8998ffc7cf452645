import PortalCore

/// The same random numbers for the same seed, on every machine (SplitMix64).
struct RuleDraw: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Rules, calendars and days drawn from a seed.
extension RuleDraw {
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    mutating func chance() -> Bool { Bool.random(using: &self) }

    mutating func rule(nesting: Int = 2) -> BookingDeadline {
        switch number(0...(nesting > 0 ? 9 : 7)) {
        case 0: .none
        case 1: .daysBefore(number(0...40), at: time(), skipping: skippedDays())
        case 2: .hoursBefore(number(0...400))
        case 3: .weekday(weekday(), weeksBefore: number(0...3), at: time())
        case 4: .weekdayTable(table())
        case 5: .dayOfPreviousMonth(number(1...31), at: time())
        case 6: .beforeSession(chance() ? .days(number(0...60)) : .weeks(number(0...8)), at: time())
        case 7: .absolute(day(), at: time())
        default: .openUntil(monthDay(), then: rule(nesting: nesting - 1))
        }
    }

    /// Never 24:00, which a notation writes as the end of the day.
    mutating func time() -> CivilTime { chance() ? .endOfDay : CivilTime(minutes: number(0...1439)) ?? .noon }

    mutating func weekday() -> Weekday { Weekday(rawValue: number(1...7)) ?? .monday }

    mutating func weekdayLimit() -> WeekdayLimit { WeekdayLimit(weekday: weekday(), weeksBefore: number(0...2), time: time()) }

    mutating func table() -> [Weekday: WeekdayLimit] {
        var table: [Weekday: WeekdayLimit] = [:]
        let shared = weekdayLimit()
        for _ in 1...number(1...7) { table[weekday()] = chance() ? shared : weekdayLimit() }
        return table
    }

    /// Never all seven weekdays, which a notation refuses.
    mutating func skippedDays() -> SkippedDays {
        let weekdays = chance() ? [Weekday.saturday, .sunday] : (0..<number(0...4)).map { _ in weekday() }
        return SkippedDays(weekdays: Set(weekdays), publicHolidays: chance(), schoolHolidays: chance(), closedDays: chance())
    }

    mutating func monthDay() -> MonthDay {
        while true {
            if let monthDay = MonthDay(month: number(1...12), day: number(1...31)) { return monthDay }
        }
    }

    /// A day of the four school years that the calendar knows.
    mutating func day() -> CivilDate {
        let known = SchoolHolidays.knownDays
        return known.lowerBound.adding(days: number(60...known.count - 1))
    }

    mutating func calendar() -> SchoolCalendar {
        let closures = (0..<number(0...20)).map { _ in
            let first = day()
            return TownClosure(firstDay: first, lastDay: first.adding(days: number(0...9)), reason: "Fermeture")
        }
        return SchoolCalendar(zone: SchoolZone.allCases[number(0...2)], alsaceMoselle: chance(), closures: closures)
    }
}
