import PortalCore
import Testing

@Suite struct BookingNoticeTests {
    @Test func `the journal names each kind of change, unit and month once`() throws {
        let changes = [("+3@", "2026-11-04"), ("-5@", "2026-11-04"), ("+3@", "2026-11-11"), ("+3@", "2026-12-02"), ("a3@", "2026-11-18")]
        let dated = try changes.map { (kind: $0.0, date: try #require(CivilDate(iso: $0.1))) }
        #expect(BookingNotice.detail(of: Identifier(7), dated) == "demande 7\u{A0}: +3@2026-11:04,11 -5@2026-11:04 +3@2026-12:02 a3@2026-11:18")
    }
}
