import PortalCore
import Testing

struct CivilDateTests {
    @Test func `every day from 1900 to 2100 is the next of the one before`() throws {
        var day = try #require(CivilDate(iso: "1899-12-31"))
        for year in 1900...2100 {
            for month in 1...12 {
                for number in 1...CivilDate.days(inMonth: month, of: year) {
                    let next = try #require(CivilDate(year: year, month: month, day: number))
                    if next != day.adding(days: 1) || next.components != (year, month, number) || CivilDate(iso: next.iso) != next {
                        Issue.record("\(year)-\(month)-\(number) is \(next)")
                    }
                    if next.weekday.rawValue != day.weekday.rawValue % 7 + 1 { Issue.record("\(next) is a \(next.weekday)") }
                    day = next
                }
            }
        }
        #expect(day.days(since: CivilDate(dayNumber: 0)) == 47_846)
    }

    @Test func `days that no calendar has are refused`() {
        let wrong = [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-11-00", "0000-01-01", "2100-02-29", "2026-1-1", "26-11-04", "2026/11/04",
            "2026-11-4 ", " 2026-11-04", "2026-11-04T", "+026-11-04", "2026-+1-04", "", "2026-11-0٤",
        ]
        for text in wrong { #expect(CivilDate(iso: text) == nil, "\(text)") }
        #expect(CivilDate(iso: "2028-02-29") != nil)
        #expect(CivilDate(iso: "2000-02-29") != nil)
    }

    @Test func `a day that a month lacks is its last, and months carry into other years`() throws {
        #expect(CivilDate(year: 2027, month: 2, dayAtMost: 31) == CivilDate(iso: "2027-02-28"))
        #expect(CivilDate(year: 2028, month: 2, dayAtMost: 31) == CivilDate(iso: "2028-02-29"))
        #expect(CivilDate(year: 2027, month: 0, dayAtMost: 20) == CivilDate(iso: "2026-12-20"))
        #expect(CivilDate(year: 2026, month: 14, dayAtMost: 1) == CivilDate(iso: "2027-02-01"))
        #expect(CivilDate(year: 2026, month: -11, dayAtMost: 0) == CivilDate(iso: "2025-01-01"))
    }

    @Test func `a week goes from Monday to Sunday, across years too`() throws {
        let mondays = [
            ("2026-11-16", "2026-11-16"), ("2026-11-22", "2026-11-16"), ("2027-01-01", "2026-12-28"), ("2027-01-03", "2026-12-28"),
            ("2026-01-01", "2025-12-29"), ("2024-12-31", "2024-12-30"), ("1969-12-31", "1969-12-29"),
        ]
        for (day, monday) in mondays { #expect(CivilDate(iso: day)?.mondayOfWeek == CivilDate(iso: monday)) }
    }

    @Test func `days are walked through one by one`() throws {
        let first = try #require(CivilDate(iso: "2026-12-30"))
        #expect((first...first.adding(days: 3)).map(\.iso) == ["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"])
        #expect((first..<first).isEmpty)
    }

    @Test func `a day is written in French`() throws {
        let day = try #require(CivilDate(iso: "2026-11-04"))
        #expect(day.french == "mercredi 4 novembre 2026")
        #expect(day.frenchNumeric == "04/11/2026")
        #expect(day.frenchShort == "mer. 4 nov.")
        let first = try #require(CivilDate(iso: "2027-08-01"))
        #expect(first.french == "dimanche 1er août 2027")
        #expect(first.frenchShort == "dim. 1er août")
    }

    @Test func `a weekday is read by its French name`() {
        for weekday in Weekday.allCases {
            #expect(Weekday(frenchName: weekday.frenchName) == weekday)
            #expect(Weekday(frenchName: weekday.frenchName.uppercased()) == weekday)
        }
        for word in ["", "lundis", "monday", "lun."] { #expect(Weekday(frenchName: word) == nil) }
    }
}
