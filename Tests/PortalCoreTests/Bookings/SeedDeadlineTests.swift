import PortalCore
import Testing

/// The rules that the five towns' own guides give. Gevrey and Chârost send to a règlement that they do not quote.
struct SeedDeadlineTests {
    @Test func `Bondoufle: one week before the Wednesday, four weeks before the session's first day`() throws {
        #expect(try deadline("J-7", "2026-11-11") == "2026-11-04T23:59:59+01:00")
        // The same four weeks for every day of the session.
        for day in ["2026-10-19", "2026-10-21", "2026-10-30"] {
            #expect(try deadline("session-4 semaines", day, session: "2026-10-19") == "2026-09-21T23:59:59+02:00")
        }
    }

    @Test func `Chanteloup: 15 October until 1 October, and no notice until 30 September`() throws {
        let expected = [
            ("2026-10-15", "2026-10-01T23:59:59+02:00"),
            // The evening of 30 September holds as long as it is the later one.
            ("2026-10-14", "2026-09-30T23:59:59+02:00"),
            ("2026-10-01", "2026-09-30T23:59:59+02:00"),
            ("2026-09-30", "2026-09-30T23:59:59+02:00"),
            ("2026-09-15", "2026-09-15T23:59:59+02:00"),
            ("2026-11-10", "2026-10-27T23:59:59+01:00"),
            // August still belongs to the school year whose 30 September is long past.
            ("2027-08-31", "2027-08-17T23:59:59+02:00"),
            ("2027-09-01", "2027-09-01T23:59:59+02:00"),
        ]
        for (day, last) in expected { #expect(try deadline("aucun jusqu'au 30 septembre, puis J-14", day) == last) }
        #expect(try deadline("session-4 semaines", "2027-02-10", session: "2027-02-08") == "2027-01-11T23:59:59+01:00")
    }

    @Test func `Chalonnes: 72 hours before the unit starts`() throws {
        #expect(try deadline("72 h", "2026-11-12", starts: "12:00") == "2026-11-09T12:00:00+01:00")
        #expect(try deadline("72 h", "2026-11-12", starts: "07:30") == "2026-11-09T07:30:00+01:00")
    }
}
