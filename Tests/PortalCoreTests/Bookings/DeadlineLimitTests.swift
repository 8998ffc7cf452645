import PortalCore
import Testing

struct DeadlineLimitTests {
    @Test func `the limit itself is still in time, one second later is not`() throws {
        for text in ["2026-11-03T12:00:00+01:00", "2026-11-03T23:59:59+01:00"] {
            let last = try #require(Instant(rfc3339: text))
            let limit = DeadlineLimit.until(last)
            #expect(limit.allows(last))
            #expect(!limit.allows(last.adding(seconds: 1)))
        }
        #expect(DeadlineLimit.none.allows(Instant(seconds: .max)))
    }

    @Test func `23:59 and 24:00 mean the end of the day, any other time its first second`() throws {
        #expect(try deadline("J-1 23:58", "2026-11-12") == "2026-11-11T23:58:00+01:00")
        #expect(try deadline("J-1 23:59", "2026-11-12") == "2026-11-11T23:59:59+01:00")
        #expect(try deadline("J-1 24:00", "2026-11-12") == "2026-11-11T23:59:59+01:00")
        #expect(try deadline("J-1 00:00", "2026-11-12") == "2026-11-11T00:00:00+01:00")
        let day = try #require(CivilDate(iso: "2026-11-12"))
        let time = try #require(CivilTime(hour: 24, minute: 0))
        let limit = BookingDeadline.daysBefore(1, at: time, skipping: SkippedDays())
            .limit(for: BookedDay(date: day, startsAt: .noon), in: SchoolCalendar(zone: .c))
        #expect(limit == .until(try #require(Instant(rfc3339: "2026-11-11T23:59:59+01:00"))))
    }

    @Test func `no deadline is after the end of the booked day`() throws {
        for rule in ["vendredi S 12:00", "2027-01-01", "lundi: mercredi S", "aucun jusqu'au 31 décembre, puis J-7"] {
            #expect(try deadline(rule, "2026-11-16") == "2026-11-16T23:59:59+01:00")
        }
    }

    @Test func `the day itself is never skipped`() throws {
        #expect(try deadline("J 10:00 hors mercredis, fériés", "2026-11-11") == "2026-11-11T10:00:00+01:00")
    }

    @Test func `public holidays, holidays and closures are passed over only when the rule says so`() throws {
        let closed = TownClosure(
            firstDay: try #require(CivilDate(iso: "2026-11-09")),
            lastDay: try #require(CivilDate(iso: "2026-11-10")),
            reason: "Travaux"
        )
        let calendar = SchoolCalendar(zone: .c, closures: [closed])
        #expect(try deadline("J-1", "2026-11-12", in: calendar) == "2026-11-11T23:59:59+01:00")
        #expect(try deadline("J-1 hors fériés", "2026-11-12", in: calendar) == "2026-11-10T23:59:59+01:00")
        #expect(try deadline("J-1 hors fériés, fermetures", "2026-11-12", in: calendar) == "2026-11-08T23:59:59+01:00")
        #expect(try deadline("J-1 hors vacances", "2026-11-02", in: calendar) == "2026-10-16T23:59:59+02:00")
    }

    @Test func `a table's missing weekday follows the nearest listed day before it`() throws {
        let rule = "mardi: lundi S 09:00; vendredi: jeudi S 09:00"
        #expect(try deadline(rule, "2026-11-25") == "2026-11-23T09:00:00+01:00")
        #expect(try deadline(rule, "2026-11-29") == "2026-11-26T09:00:00+01:00")
        #expect(try deadline(rule, "2026-11-23") == "2026-11-19T09:00:00+01:00")
    }

    @Test func `a day without a session is a session of its own, and a session never starts after its day`() throws {
        #expect(try deadline("session-1 semaine", "2026-11-16") == "2026-11-09T23:59:59+01:00")
        #expect(try deadline("session-1 semaine", "2026-11-16", session: "2026-12-01") == "2026-11-09T23:59:59+01:00")
    }

    @Test func `hours pass while clocks change, days and times do not move`() throws {
        // Monday after each change of time, at 9 h.
        let elapsed = [
            ("2026-10-26", "2026-10-23T10:00:00+02:00"), ("2027-03-29", "2027-03-26T08:00:00+01:00"), ("2027-11-01", "2027-10-29T10:00:00+02:00"),
        ]
        for (day, last) in elapsed { #expect(try deadline("72 h", day) == last) }
        #expect(try deadline("J-3 09:00", "2026-10-26") == "2026-10-23T09:00:00+02:00")
        #expect(try deadline("J-3 09:00", "2027-03-29") == "2027-03-26T09:00:00+01:00")
        // A time that the change skips or repeats.
        #expect(try deadline("J-1 02:30", "2027-03-29") == "2027-03-28T03:30:00+02:00")
        #expect(try deadline("J-1 02:30", "2027-11-01") == "2027-10-31T02:30:00+02:00")
    }

    @Test func `counting back ends even when the calendar leaves nothing to count`() throws {
        let always = TownClosure(firstDay: CivilDate(dayNumber: 0), lastDay: CivilDate(dayNumber: 40_000), reason: "Fermé")
        let answer = try deadline("J-1 hors fermetures", "2026-11-16", in: SchoolCalendar(zone: .a, closures: [always]))
        #expect(answer < "2017")
    }
}
