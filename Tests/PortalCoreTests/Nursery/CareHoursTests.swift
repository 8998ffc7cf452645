import Testing

@testable import PortalCore

/// Hours in minutes: what passes on a clock's day, what is beyond a contract, when leave is announced in time.
struct CareHoursTests {
    private func time(_ text: String) throws -> CivilTime { try #require(CivilTime(clock: text)) }
    private func span(_ from: String, _ to: String) throws -> CareSpan { try #require(CareSpan(arrival: time(from), departure: time(to))) }

    @Test(arguments: [("2027-03-28", 420), ("2027-10-31", 540), ("2027-03-27", 480), ("2027-10-30", 480)])
    func `a night of eight hours on the clock lasts as long as a stopwatch says`(iso: String, minutes: Int) throws {
        #expect(try span("00:00", "08:00").minutes(on: day(iso)) == minutes)
        #expect(try NurseryStay(date: day(iso), mark: AttendanceMark(.present, arrivedAt: time("00:00"), leftAt: time("08:00"))).minutes == minutes)
        #expect(try span("08:30", "17:00").minutes(on: day(iso)) == 510)
    }

    @Test func `hours fall on quarters and follow one another`() throws {
        #expect(try CareSpan(arrival: time("08:10"), departure: time("17:00")) == nil)
        #expect(try CareSpan(arrival: time("17:00"), departure: time("17:00")) == nil)
        #expect(try plainSpaces(span("08:30", "17:00").french) == "8 h 30 – 17 h 00")
        #expect([0, 45, 480, 8550].map { plainSpaces(CareDuration(minutes: $0).french) } == ["0 h", "45 min", "8 h", "142 h 30"])
    }

    @Test(arguments: [
        ("08:30", "17:00", 0, 0), ("08:29", "17:00", 15, 30), ("08:30", "17:01", 15, 30), ("08:15", "17:15", 30, 60), ("08:30", "17:31", 45, 60),
        ("09:00", "16:00", 0, 0), ("07:00", "08:00", 60, 60),
    ])
    func `what begins beyond the contract counts whole`(arrived: String, departed: String, quarters: Int, halves: Int) throws {
        let stay = try NurseryStay(date: day("2026-11-03"), mark: AttendanceMark(.present, arrivedAt: time(arrived), leftAt: time(departed)))
        #expect(try stay.overrun(of: span("08:30", "17:00"), step: .quarterHour) == quarters)
        #expect(try stay.overrun(of: span("08:30", "17:00"), step: .halfHour) == halves)
    }

    @Test(arguments: [
        ("15 jours", "2026-12-21", "2026-12-06"), ("1 mois", "2026-12-21", "2026-11-21"), ("1 mois", "2027-03-31", "2027-02-28"),
        ("2 mois", "2027-01-15", "2026-11-15"), ("7 jours", "2027-03-29", "2027-03-22"),
    ])
    func `a notice ends on its day`(notation: String, first: String, last: String) throws {
        let notice = try #require(LeaveNotice(notation: notation))
        #expect(notice.notation == notation)
        #expect(try notice.lastDay(before: day(first)) == day(last))
    }

    @Test func `a week says its hours once for the days that share them, and reads back from its column`() throws {
        let week = CareWeek([
            .monday: try span("08:30", "17:00"), .wednesday: try span("08:30", "12:00"), .thursday: try span("08:30", "17:00"),
        ])
        #expect(plainSpaces(week.french) == "lundi, jeudi 8 h 30 – 17 h 00 ; mercredi 8 h 30 – 12 h 00")
        #expect(week.minutes == 1230)
        #expect(CareWeek(databaseValue: week.databaseValue) == week)
        #expect(CareWeek(databaseValue: .text("")) == CareWeek([:]))
        #expect(CareWeek(databaseValue: .text("8 08:00-09:00")) == nil)
    }

    @Test func `a contract's years begin on its anniversary`() throws {
        let child = Child(id: Identifier(1), firstName: "Zoé", lastName: "Dupont", birthDay: try day("2025-06-01"), schooling: Schooling())
        let contract = CareContract(
            id: Identifier(1),
            child: child,
            household: Identifier(1),
            activity: Identifier(1),
            firstDay: try day("2026-09-15"),
            lastDay: nil,
            terms: []
        )
        #expect(try contract.year(containing: day("2026-12-01")) == day("2026-09-15")...day("2027-09-14"))
        #expect(try contract.year(containing: day("2027-09-14")) == day("2026-09-15")...day("2027-09-14"))
        #expect(try contract.year(containing: day("2027-09-15")) == day("2027-09-15")...day("2028-09-14"))
    }
}
