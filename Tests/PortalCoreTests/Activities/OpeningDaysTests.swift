import PortalCore
import Testing

struct OpeningDaysTests {
    private let calendar: SchoolCalendar

    init() throws { calendar = try PortalCatalogue.bookingTown().calendar }

    @Test func `an activity says why it is closed`() throws {
        let rows: [(Activity, String, ClosedReason?)] = try [
            (.wednesdays(), "2026-11-04", nil),
            (.wednesdays(), "2026-11-05", .otherWeekday),
            (.wednesdays(), "2026-11-07", .weekend),
            (.wednesdays(), "2026-11-11", .publicHoliday("Armistice 1918")),
            (.wednesdays(), "2026-11-25", .closure("grève du personnel")),
            (.wednesdays(), "2026-10-21", .schoolHoliday("Vacances de la Toussaint")),
            (.canteen(), "2026-10-16", nil),
            (.canteen(), "2026-11-02", nil),
            (.holidayCentre(), "2026-10-21", nil),
            (.holidayCentre(), "2026-10-24", .weekend),
            (.holidayCentre(), "2026-11-04", .schoolTime),
            (.holidayCentre(), "2026-12-25", .publicHoliday("Noël")),
        ]
        for (activity, date, reason) in rows {
            #expect(OpeningDays(of: activity, in: calendar).closedReason(on: try day(date)) == reason, "\(activity.code) \(date)")
        }
    }

    @Test func `a session's first open day comes after the week-end and the public holidays that it begins with`() throws {
        let rows = [
            // The Toussaint holiday begins on Saturday 17 October.
            ("2026-10-19", "2026-10-19"), ("2026-10-23", "2026-10-19"), ("2026-10-26", "2026-10-26"), ("2026-10-30", "2026-10-26"),
            // Monday 5 April 2027 is no holiday, Easter Monday is 29 March; the summer's first Monday is 5 July.
            ("2027-04-08", "2027-04-05"), ("2027-07-14", "2027-07-12"), ("2026-12-31", "2026-12-28"), ("2027-01-01", "2026-12-28"),
        ]
        let byWeek = OpeningDays(of: try .holidayCentre(), in: calendar)
        for (date, first) in rows { #expect(byWeek.sessionFirstOpenDay(for: try day(date)) == (try day(first)), "\(date)") }
        #expect(byWeek.sessionFirstOpenDay(for: try day("2026-11-04")) == nil)
        // The Ascension bridge: Thursday 6 May 2027 is a public holiday, so its session opens on the Friday.
        #expect(byWeek.sessionFirstOpenDay(for: try day("2027-05-07")) == (try day("2027-05-07")))
    }

    @Test func `sessions go by the holiday, by its weeks, or as they are written`() throws {
        let span = (try day("2026-10-01"), try day("2026-11-30"))
        let autumn = ActivitySession(name: "Séjour à la mer", firstDay: try day("2026-10-20"), lastDay: try day("2026-10-22"))
        let plans: [(SessionPlan, [String])] = [
            (.perHoliday, ["Vacances de la Toussaint 2026-10-17 2026-11-01"]),
            (
                .perHolidayWeek,
                [
                    "Vacances de la Toussaint, semaine du 19 octobre 2026-10-19 2026-10-25",
                    "Vacances de la Toussaint, semaine du 26 octobre 2026-10-26 2026-11-01",
                ]
            ),
            (.written, ["Séjour à la mer 2026-10-20 2026-10-22"]), (.none, []),
        ]
        for (plan, expected) in plans {
            let opening = OpeningDays(of: try .holidayCentre().with(plan, written: [autumn]), in: calendar)
            #expect(opening.sessions(from: span.0, through: span.1).map { "\($0.name) \($0.firstDay.iso) \($0.lastDay.iso)" } == expected)
            #expect(opening.isOpen(on: try day("2026-10-26")) == (plan != .written))
        }
    }
}

extension Activity {
    fileprivate func with(_ plan: SessionPlan, written: [ActivitySession]) -> Activity {
        Activity(
            id: id,
            code: code,
            name: name,
            kind: kind,
            place: place,
            description: description,
            opening: OpeningPattern(weekdays: opening.weekdays, period: opening.period, sessions: plan),
            rules: rules,
            units: units,
            groups: groups,
            writtenSessions: written
        )
    }
}
