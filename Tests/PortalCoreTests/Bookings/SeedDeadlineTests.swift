import PortalCore
import Testing

/// The rules of the five towns' own guides.
struct SeedDeadlineTests {
    @Test func `Bondoufle: one week before the Wednesday, four weeks before a session`() throws {
        #expect(try limit("J-7", "2026-11-11") == "2026-11-04T23:59:59+01:00")
        #expect(try limit("session-4 semaines", "2026-10-21", session: "2026-10-19") == "2026-09-21T23:59:59+02:00")
    }

    @Test func `Chanteloup: 15 October until 1 October, and no notice until 30 September`() throws {
        let rule = "aucun jusqu'au 30 septembre, puis J-14"
        #expect(try limit(rule, "2026-10-15") == "2026-10-01T23:59:59+02:00")
        #expect(try limit(rule, "2026-10-08") == "2026-09-30T23:59:59+02:00")
        #expect(try limit(rule, "2026-09-15") == "2026-09-15T23:59:59+02:00")
        #expect(try limit(rule, "2026-11-10") == "2026-10-27T23:59:59+01:00")
    }

    @Test func `Chalonnes: 72 hours that really pass`() throws {
        #expect(try limit("72 h", "2026-11-12", starts: "12:00") == "2026-11-09T12:00:00+01:00")
        #expect(try limit("72 h", "2026-10-26", starts: "12:00") == "2026-10-23T13:00:00+02:00")
    }

    private func limit(_ rule: String, _ day: String, starts: String = "09:00", session: String? = nil) throws -> String? {
        let booked = BookedDay(
            date: try #require(CivilDate(iso: day)),
            startsAt: try #require(CivilTime(clock: starts)),
            sessionFirstDay: session.flatMap { CivilDate(iso: $0) }
        )
        let limit = try BookingDeadline(notation: rule).limit(for: booked, in: SchoolCalendar(zone: .c))
        guard case .until(let last) = limit else { return nil }
        return last.rfc3339
    }
}
