import PortalCore
import Testing

/// Zone C: Christmas holidays from 19 December 2026 to 3 January 2027; a strike closes Wednesday 25 November 2026.
struct WeeklyPatternTests {
    private let tuesdayMeal = WeeklyPattern.Choice(child: Identifier(1), unit: Identifier(3), weekday: .tuesday)
    private let wednesday = WeeklyPattern.Choice(child: Identifier(1), unit: Identifier(1), weekday: .wednesday)
    private let holidayMonday = WeeklyPattern.Choice(child: Identifier(2), unit: Identifier(4), weekday: .monday)

    @Test func `a pattern is put on the weeks that it is for, and on no day that its activity does not know`() throws {
        let table: [(Set<WeeklyPattern.Choice>, WeekChoice, String, String, [String])] = [
            ([tuesdayMeal], .every, "2026-11-20", "2026-12-18", ["2026-11-24", "2026-12-01", "2026-12-08", "2026-12-15"]),
            ([tuesdayMeal], .even, "2026-11-20", "2026-12-18", ["2026-11-24", "2026-12-08"]),
            ([tuesdayMeal], .odd, "2026-11-20", "2026-12-18", ["2026-12-01", "2026-12-15"]),
            // Week 53 of 2026 is followed by week 1 of 2027: both are odd.
            ([holidayMonday], .odd, "2026-12-19", "2027-01-10", ["2026-12-28"]),
            ([tuesdayMeal], .odd, "2026-12-21", "2027-01-10", ["2027-01-05"]),
            // No canteen in the holidays, no holiday centre in school weeks.
            ([tuesdayMeal, holidayMonday], .every, "2026-12-14", "2027-01-05", ["2026-12-15", "2026-12-21", "2026-12-28", "2027-01-05"]),
            // A strike is an exception: its day is part of the pattern, and will be refused with its reason. So is a public holiday.
            ([wednesday], .every, "2026-11-09", "2026-11-30", ["2026-11-11", "2026-11-18", "2026-11-25"]),
            ([tuesdayMeal], .every, "2026-11-25", "2026-11-30", []),
            ([], .every, "2026-11-20", "2026-12-18", []),
        ]
        let catalogue = try PortalCatalogue.bookingTown()
        for (choices, weeks, first, last, days) in table {
            let pattern = WeeklyPattern(.add, choices, weeks: weeks, days: try day(first)...day(last))
            let changes = pattern.changes(in: catalogue)
            #expect(changes.map(\.slot.date.iso) == days, "\(first) \(weeks)")
            #expect(changes.allSatisfy { $0.kind == .add })
        }
    }

    @Test func `the periods that are offered follow the zone's holidays`() throws {
        let calendar = SchoolCalendar(zone: .c)
        let table: [(String, Bool, Bool, [String])] = [
            (
                "2026-11-20", true, false,
                ["Jusqu'aux vacances de Noël 2026-11-20_2026-12-18", "Jusqu'à la fin de l'année scolaire 2026-11-20_2027-07-02"]
            ),
            (
                "2026-12-24", true, true,
                [
                    "Jusqu'aux vacances d'hiver 2027-01-04_2027-02-05", "Pendant les vacances de Noël 2026-12-24_2027-01-03",
                    "Pendant les vacances d'hiver 2027-02-06_2027-02-21", "Pendant les vacances de printemps 2027-04-03_2027-04-18",
                    "Jusqu'à la fin de l'année scolaire 2027-01-04_2027-07-02",
                ]
            ),
            ("2027-04-20", true, false, ["Jusqu'aux vacances d'été 2027-04-20_2027-07-02"]),
            (
                "2026-08-20", true, false,
                ["Jusqu'aux vacances de la Toussaint 2026-09-01_2026-10-16", "Jusqu'à la fin de l'année scolaire 2026-09-01_2027-07-02"]
            ),
        ]
        for (today, school, holidays, expected) in table {
            let periods = PatternPeriod.offered(on: try day(today), in: calendar, hasSchoolTime: school, hasHolidays: holidays)
            #expect(periods.map { "\($0.title) \($0.text)" } == expected)
            for period in periods { #expect(PatternPeriod.days(text: period.text) == period.days) }
        }
    }

    @Test func `a form that says no pattern says what is missing`() {
        let good = PatternForm(choices: ["1.3.2"], kind: "ajout", weeks: "paires", period: "2026-11-20_2026-12-18")
        #expect((try? good.pattern())?.choices == [tuesdayMeal])
        #expect((try? good.pattern())?.weeks == .even)
        var dates = good
        dates.period = PatternForm.betweenDates
        (dates.firstDay, dates.lastDay) = ("2026-11-20", "2026-11-20")
        #expect((try? dates.pattern())?.days.count == 1)
        let wrong: [(PatternForm.Field, PatternForm)] = [
            (.choices, PatternForm(period: good.period)), (.choices, PatternForm(choices: ["1.3.8", "x", "1.3"], period: good.period)),
            (.period, PatternForm(choices: ["1.3.2"])), (.period, PatternForm(choices: ["1.3.2"], period: "2026-12-18_2026-11-20")),
            (.period, PatternForm(choices: ["1.3.2"], period: "2026-11-20_2036-11-20")),
            (.firstDay, PatternForm(choices: ["1.3.2"], period: "dates", lastDay: "2026-11-20")),
            (.lastDay, PatternForm(choices: ["1.3.2"], period: "dates", firstDay: "2026-11-20", lastDay: "demain")),
            (.lastDay, PatternForm(choices: ["1.3.2"], period: "dates", firstDay: "2026-11-20", lastDay: "2026-11-19")),
            (.lastDay, PatternForm(choices: ["1.3.2"], period: "dates", firstDay: "2026-11-20", lastDay: "2036-11-19")),
        ]
        for (field, form) in wrong {
            let errors = #expect(throws: FieldErrors.self) { try form.pattern() }
            #expect(errors?[field] != nil, "\(form)")
        }
    }
}
