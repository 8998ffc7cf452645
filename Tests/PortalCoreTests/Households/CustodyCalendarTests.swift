import PortalCore
import Testing

@Suite struct CustodyCalendarTests {
    private let anne = Identifier<Household>(1)
    private let paul = Identifier<Household>(2)
    private let zoneB = SchoolCalendar(zone: .b)

    private func calendar(
        _ changeDay: Weekday = .monday,
        halves: Bool = false,
        exceptions: [CustodyException] = []
    ) -> CustodyCalendar {
        CustodyCalendar(
            evenWeeks: anne,
            oddWeeks: paul,
            changeDay: changeDay,
            firstHalfInEvenYears: halves ? anne : nil,
            exceptions: exceptions
        )
    }

    @Test func `the number of an ISO week, around the ends of years`() throws {
        let weeks: [(String, Int)] = [
            ("2026-01-01", 1), ("2026-01-04", 1), ("2026-01-05", 2), ("2026-12-27", 52), ("2026-12-28", 53), ("2027-01-03", 53), ("2027-01-04", 1),
            ("2024-12-30", 1), ("2021-01-03", 53), ("2020-12-31", 53), ("2028-01-01", 52), ("2028-01-03", 1),
        ]
        for (text, week) in weeks { #expect(try day(text).isoWeek == week, "\(text)") }
    }

    /// The school year 2026-2027 of zone B, day by day, for a child that changes homes on Mondays and shares holidays by halves.
    @Test func `a whole school year by halves of holidays is made of these runs`() throws {
        let year = SchoolYear(startYear: 2026)
        let spans = calendar(halves: true).spans(over: year.firstDay...year.lastDay, in: zoneB)
        let expected: [(String, Identifier<Household>)] = [
            ("2026-09-01", anne), ("2026-09-07", paul), ("2026-09-14", anne), ("2026-09-21", paul), ("2026-09-28", anne), ("2026-10-05", paul),
            // Toussaint begins in 2026, an even year: Anne has the first eight days, and week 42 before them.
            ("2026-10-12", anne), ("2026-10-25", paul), ("2026-11-09", anne), ("2026-11-16", paul), ("2026-11-23", anne), ("2026-11-30", paul),
            // Christmas begins in 2026 too; week 1 after it is odd.
            ("2026-12-07", anne), ("2026-12-14", paul), ("2026-12-19", anne), ("2026-12-27", paul), ("2027-01-11", anne), ("2027-01-18", paul),
            // 2027 is odd: Paul has the first halves.
            ("2027-01-25", anne), ("2027-02-01", paul), ("2027-02-08", anne), ("2027-02-15", paul), ("2027-02-28", anne), ("2027-03-15", paul),
            ("2027-03-22", anne), ("2027-03-29", paul), ("2027-04-05", anne), ("2027-04-12", paul), ("2027-04-25", anne),
            // The bridge of Ascension is shorter than a week: the rhythm goes on.
            ("2027-05-10", paul), ("2027-05-17", anne), ("2027-05-24", paul), ("2027-05-31", anne), ("2027-06-07", paul), ("2027-06-14", anne),
            ("2027-06-21", paul), ("2027-06-28", anne), ("2027-07-03", paul), ("2027-08-02", anne),
        ]
        #expect(try spans.map(\.days.lowerBound) == expected.map { try day($0.0) })
        #expect(spans.map(\.household) == expected.map(\.1))
        #expect(spans.last?.days.upperBound == year.lastDay)
    }

    @Test func `the day of change belongs to the new home, whatever weekday it is`() throws {
        let cases: [(Weekday, String, Identifier<Household>)] = [
            (.monday, "2026-11-08", paul), (.monday, "2026-11-09", anne), (.friday, "2026-11-12", paul), (.friday, "2026-11-13", anne),
            (.friday, "2026-11-19", anne), (.friday, "2026-11-20", paul), (.wednesday, "2026-11-10", paul), (.wednesday, "2026-11-11", anne),
            (.sunday, "2026-11-14", paul), (.sunday, "2026-11-15", anne),
        ]
        for (changeDay, text, household) in cases {
            #expect(try calendar(changeDay).household(on: day(text), in: zoneB) == household, "\(changeDay) \(text)")
        }
    }

    @Test func `without halves the weeks go on through holidays; exceptions win over everything`() throws {
        let exception = CustodyException(days: try day("2026-12-24")...day("2026-12-25"), household: paul)
        let both = calendar(halves: true, exceptions: [exception])
        let cases: [(CustodyCalendar, String, Identifier<Household>)] = [
            (calendar(), "2026-10-20", paul), (calendar(), "2026-10-27", anne), (both, "2026-12-23", anne), (both, "2026-12-24", paul),
            (both, "2026-12-25", paul), (both, "2026-12-26", anne),
        ]
        for (calendar, text, household) in cases { #expect(try calendar.household(on: day(text), in: zoneB) == household, "\(text)") }
    }

    @Test func `each day of three years has one household, and the other half is the other's`() throws {
        let first = try day("2025-09-01")
        let mirrored = CustodyCalendar(evenWeeks: paul, oddWeeks: anne, changeDay: .friday, firstHalfInEvenYears: paul)
        let own = CustodyCalendar(evenWeeks: anne, oddWeeks: paul, changeDay: .friday, firstHalfInEvenYears: anne)
        let days = (0..<1095).map { first.adding(days: $0) }
        #expect(days.allSatisfy { own.household(on: $0, in: zoneB) != mirrored.household(on: $0, in: zoneB) })
        let counts = Dictionary(grouping: days) { own.household(on: $0, in: zoneB) }.mapValues(\.count)
        #expect(abs((counts[anne] ?? 0) - (counts[paul] ?? 0)) < 40)
    }

    @Test func `any calendar changes homes on its day only, gives every day to one of the two, and keeps its exceptions`() throws {
        var random = RuleDraw(seed: 11)
        for _ in 0..<200 {
            let changeDay = random.weekday()
            let start = random.day().adding(days: -40)
            let exceptions = (0..<random.number(0...4)).map { number in
                let first = start.adding(days: 30 * number)
                return CustodyException(days: first...first.adding(days: random.number(0...6)), household: random.chance() ? anne : paul)
            }
            let halves = random.chance()
            let own = calendar(changeDay, halves: halves, exceptions: exceptions)
            let school = random.calendar()
            for offset in 0..<120 {
                let day = start.adding(days: offset)
                let household = own.household(on: day, in: school)
                if household != anne && household != paul { Issue.record("\(day.iso) is nobody's") }
                if let exception = exceptions.first(where: { $0.days.contains(day) }) {
                    if exception.household != household { Issue.record("\(day.iso) is an exception") }
                } else if !halves, day.weekday != changeDay, !exceptions.contains(where: { $0.days.contains(day.adding(days: -1)) }),
                    own.household(on: day.adding(days: -1), in: school) != household
                {
                    Issue.record("\(day.iso) changes homes on a \(day.weekday.frenchName), not on a \(changeDay.frenchName)")
                }
            }
        }
    }
}
