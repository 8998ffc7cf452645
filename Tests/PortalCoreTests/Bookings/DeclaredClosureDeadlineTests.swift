import PortalCore
import Testing

/// A strike closes days; the limits that families were told before it stay. Closures that are in the town's calendar are counted as ever.
struct DeclaredClosureDeadlineTests {
    /// Autumn 2026 in zone C; whole weeks from Monday 19 October.
    private let days = (first: "2026-10-19", second: "2026-10-20")

    private func calendar(_ closures: [TownClosure]) -> SchoolCalendar { SchoolCalendar(zone: .c, closures: closures) }

    private func closure(_ date: String, declared isDeclared: Bool, activities: [String] = []) throws -> TownClosure {
        TownClosure(firstDay: try day(date), lastDay: try day(date), reason: "grève", activities: activities, isDeclared: isDeclared)
    }

    @Test func `a session's limit counts from its first day, strike or not, and from the day after a closure of the calendar`() throws {
        let rows: [(closures: [TownClosure], limit: String, isOpen: Bool)] = [
            ([], "2026-09-21T23:59:59+02:00", true),
            ([try closure(days.first, declared: true)], "2026-09-21T23:59:59+02:00", false),
            ([try closure(days.first, declared: true, activities: ["vacances"])], "2026-09-21T23:59:59+02:00", false),
            ([try closure(days.first, declared: false)], "2026-09-22T23:59:59+02:00", false),
            ([try closure(days.first, declared: false, activities: ["vacances"])], "2026-09-22T23:59:59+02:00", false),
            ([try closure(days.first, declared: false, activities: ["autre"])], "2026-09-21T23:59:59+02:00", true),
            // Planned and declared at once: planned.
            ([try closure(days.first, declared: true), try closure(days.first, declared: false)], "2026-09-22T23:59:59+02:00", false),
            ([try closure(days.second, declared: true)], "2026-09-21T23:59:59+02:00", true),
        ]
        for (closures, limit, isOpen) in rows {
            let opening = OpeningDays(of: try .holidayCentre(), in: calendar(closures))
            #expect(opening.isOpen(on: try day(days.first)) == isOpen)
            let friday = UnitDay(opening.activity.units[0], on: try day("2026-10-23"), of: opening)
            #expect(friday.adding == .until(try #require(Instant(rfc3339: limit))), "\(closures)")
        }
    }

    @Test func `a horizon that counts from the session stays too`() throws {
        let horizon = BookingHorizon(days: 42, countsFromSession: true)
        for isDeclared in [true, false] {
            let opening = OpeningDays(of: try .holidayCentre(), in: calendar([try closure(days.first, declared: isDeclared)]))
            let opensAt = horizon.opening(of: try day("2026-10-23"), sessionFirstDay: opening.sessionFirstOpenDay(for: try day("2026-10-23")))
            #expect(opensAt.rfc3339 == (isDeclared ? "2026-09-07T00:00:00+02:00" : "2026-09-08T00:00:00+02:00"))
        }
    }

    @Test func `counting back over closed days passes over those of the calendar only`() throws {
        let rule = try BookingDeadline(notation: "J-2 12:00 hors week-ends, fermetures")
        // Friday 13 November; the Thursday is closed.
        for (isDeclared, limit) in [(true, "2026-11-11T12:00:00+01:00"), (false, "2026-11-10T12:00:00+01:00")] {
            let booked = BookedDay(date: try day("2026-11-13"), startsAt: .noon)
            let calendar = calendar([try closure("2026-11-12", declared: isDeclared)])
            #expect(rule.limit(for: booked, in: calendar) == .until(try #require(Instant(rfc3339: limit))))
        }
    }
}
