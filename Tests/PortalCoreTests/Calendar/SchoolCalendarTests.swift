import PortalCore
import Testing

struct SchoolCalendarTests {
    private let calendar = SchoolCalendar(zone: .c)

    @Test func `each zone has its holidays in order, apart from each other, for four school years`() {
        for zone in SchoolZone.allCases {
            let holidays = SchoolHolidays.all(in: zone)
            // The summer of 2024, then six holidays in each of four years.
            #expect(holidays.count == 25)
            for holiday in holidays { #expect(holiday.firstDay < holiday.lastDay) }
            for (one, next) in zip(holidays, holidays.dropFirst()) { #expect(one.lastDay.adding(days: 1) < next.firstDay) }
        }
        #expect(SchoolHolidays.knownDays.lowerBound.iso == "2024-07-06")
        #expect(SchoolHolidays.knownDays.upperBound.iso == "2028-08-31")
    }

    @Test func `the zones' winters differ`() throws {
        let winters = [(SchoolZone.a, "2027-02-13", "2027-02-28"), (.b, "2027-02-20", "2027-03-07"), (.c, "2027-02-06", "2027-02-21")]
        for (zone, first, last) in winters {
            let firstDay = try date(first)
            let lastDay = try date(last)
            let calendar = SchoolCalendar(zone: zone)
            let winter = SchoolHoliday(name: "Vacances d'hiver", firstDay: firstDay, lastDay: lastDay)
            for day in firstDay...lastDay { #expect(calendar.schoolHoliday(on: day) == winter) }
            #expect(calendar.schoolHoliday(on: firstDay.adding(days: -1)) == nil)
            #expect(calendar.schoolHoliday(on: lastDay.adding(days: 1)) == nil)
        }
    }

    @Test func `the bridge of the Ascension goes from Thursday to Sunday in every zone and year`() throws {
        for thursday in ["2025-05-29", "2026-05-14", "2027-05-06", "2028-05-25"] {
            let first = try date(thursday)
            for zone in SchoolZone.allCases {
                let calendar = SchoolCalendar(zone: zone)
                #expect(calendar.publicHoliday(on: first) == "Ascension")
                for day in first...first.adding(days: 3) { #expect(calendar.schoolHoliday(on: day)?.name == "Pont de l'Ascension") }
                #expect(calendar.schoolHoliday(on: first.adding(days: -1)) == nil)
                #expect(calendar.isSchoolDay(first.adding(days: 4)))
            }
        }
    }

    @Test func `looking up a day agrees with looking at every holiday`() {
        for zone in SchoolZone.allCases {
            let calendar = SchoolCalendar(zone: zone)
            let known = SchoolHolidays.knownDays
            for day in known.lowerBound.adding(days: -30)...known.upperBound.adding(days: 30) {
                let found = SchoolHolidays.all(in: zone).first { $0.contains(day) }
                if calendar.schoolHoliday(on: day) != found { Issue.record("\(day) in zone \(zone)") }
            }
        }
    }

    @Test func `a school day is Monday to Friday, outside holidays, public holidays and closures`() throws {
        let closed = TownClosure(firstDay: try date("2026-11-12"), lastDay: try date("2026-11-13"), reason: "Pont du 11 novembre")
        let calendar = SchoolCalendar(zone: .c, closures: [closed])
        let week = try date("2026-11-09")...date("2026-11-15")
        #expect(week.filter { calendar.isSchoolDay($0) }.map(\.iso) == ["2026-11-09", "2026-11-10"])
        #expect(week.compactMap { calendar.closure(on: $0) } == [closed, closed])
        #expect(calendar.publicHoliday(on: try date("2026-11-11")) == "Armistice 1918")
        // A Wednesday is one.
        #expect(calendar.isSchoolDay(try date("2026-11-18")))
        #expect(!calendar.isSchoolDay(try date("2026-10-30")))
    }

    @Test func `the holidays of a span are those that touch it, whole`() throws {
        let autumn = calendar.schoolHolidays(in: try date("2026-11-01")...date("2026-12-19"))
        #expect(autumn.map(\.name) == ["Vacances de la Toussaint", "Vacances de Noël"])
        #expect(autumn.first?.firstDay.iso == "2026-10-17")
        #expect(calendar.schoolHolidays(in: try date("2026-11-02")...date("2026-12-18")).isEmpty)
        #expect(calendar.schoolHolidays(in: try date("2030-01-01")...date("2031-01-01")).isEmpty)
        #expect(calendar.schoolHolidays(in: SchoolHolidays.knownDays).count == 25)
    }

    @Test func `a school year goes from 1 September to 31 August`() throws {
        for day in ["2026-09-01", "2027-01-15", "2027-08-31"] {
            let year = calendar.schoolYear(containing: try date(day))
            #expect(year.name == "2026-2027")
            #expect(year.days == (try date("2026-09-01")...date("2027-08-31")))
        }
        let leapDay = try #require(MonthDay(month: 2, day: 29))
        #expect(SchoolYear(startYear: 2026).date(of: leapDay).iso == "2027-02-28")
        #expect(SchoolYear(startYear: 2027).date(of: leapDay).iso == "2028-02-29")
        #expect(SchoolYear(startYear: 2026).date(of: try #require(MonthDay(month: 9, day: 30))).iso == "2026-09-30")
    }

    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }
}
