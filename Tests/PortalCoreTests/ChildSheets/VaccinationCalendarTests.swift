import Testing

@testable import PortalCore

@Suite struct VaccinationCalendarTests {
    @Test func `the next booster follows from the last one and the day of birth`() throws {
        let born = try day("2018-05-04")
        let cases: [(done: String, due: String?)] = [
            ("2019-04-04", "2024-05-04"), ("2023-05-03", "2024-05-04"), ("2023-05-04", "2031-05-04"), ("2024-06-01", "2031-05-04"),
            ("2028-11-04", "2043-05-04"), ("2030-01-01", "2043-05-04"), ("2043-01-01", nil),
        ]
        for (done, due) in cases {
            #expect(try VaccinationCalendar.tetanusDue(after: day(done), birthDay: born)?.iso == due, "\(done)")
        }
        #expect(try VaccinationCalendar.measlesDue(after: day("2019-05-04"), birthDay: born)?.iso == "2019-11-04")
        #expect(try VaccinationCalendar.measlesDue(after: day("2019-09-04"), birthDay: born) == nil)
    }

    @Test func `what a parent says of the next date stands`() throws {
        let born = try day("2018-05-04")
        let told: [SheetField: String] = [.tetanusDone: "2019-04-04", .tetanusDue: "2025-01-01", .measlesDone: "2019-05-04", .measlesDue: ""]
        let values = VaccinationCalendar.completing(told, birthDay: born)
        #expect(values[.tetanusDue] == "2025-01-01" && values[.measlesDue] == "2019-11-04")
        #expect(VaccinationCalendar.completing([:], birthDay: born).isEmpty)
    }
}
