import PortalCore
import Testing

struct AttendanceMarkTests {
    private func entry(_ number: Int, _ moment: Int64, _ act: RollCallAct) throws -> RollCallEntry {
        let slot = try BookingSlot(child: Identifier(1), unit: Identifier(1), date: day("2026-11-04"))
        return RollCallEntry(key: try key(number), .slot(slot), act: act, moment: moment)
    }

    private func time(_ text: String) throws -> CivilTime { try #require(CivilTime(clock: text)) }

    @Test func `the last tap by the moment at which it was made wins, whatever the order in which they arrive`() throws {
        let (seven, eight, five) = (try time("07:50"), try time("08:10"), try time("17:00"))
        let entries = [
            try entry(1, 1_000, .present(since: seven)), try entry(2, 2_000, .absent), try entry(3, 3_000, .present(since: eight)),
            try entry(4, 4_000, .departure(five)), try entry(5, 4_000, .present(since: seven)),
        ]
        let expected = AttendanceMark(.present, arrivedAt: eight, leftAt: five)
        var random = SplitMix(seed: 3)
        for _ in 0..<50 { #expect(AttendanceMark(after: entries.shuffled(using: &random)) == expected) }
    }

    @Test func `a mark is taken back, and a departure alone says that the child was there`() throws {
        let five = try time("17:00")
        #expect(AttendanceMark(after: [try entry(1, 1, .absent), try entry(2, 2, .takeBack)]) == AttendanceMark())
        #expect(AttendanceMark(after: [try entry(1, 1, .departure(five))]) == AttendanceMark(.present, leftAt: five))
        #expect(AttendanceMark(after: [try entry(1, 1, .departure(five)), try entry(2, 2, .absent)]) == AttendanceMark(.absent))
    }

    @Test func `a tap's text is read strictly, and never comes from the future`() throws {
        let good = "page-0000000000000001-000001/5000/12.3.2026-11-04/present/07:52"
        let read = try #require(RollCallEntry(text: good, receivedAt: 9_000))
        #expect(read.moment == 5_000)
        let care = try #require(RollCallEntry(text: good.replacing("12.3.", with: "c7."), receivedAt: 9_000))
        #expect(try care.subject == .care(CareSlot(contract: Identifier(7), date: day("2026-11-04"))) && care.subject.text == "c7.2026-11-04")
        #expect(read.act == .present(since: CivilTime(clock: "07:52")))
        #expect(RollCallEntry(text: good, receivedAt: 4_000)?.moment == 4_000)
        #expect(RollCallEntry(text: good.replacing("5000", with: "-"), receivedAt: 9_000)?.moment == 9_000)
        for wrong in [
            "", "a/b/c/d/e", good + "/", good.replacing("present", with: "ici"), good.replacing("07:52", with: "25:00"),
            good.replacing("12.3.", with: "c7.3."), good.replacing("12.3.", with: "c."),
            good.replacing("5000", with: "-1"), good.replacing("2026-11-04", with: "2026-02-30"), good.replacing("page-", with: "p ge-"),
        ] { #expect(RollCallEntry(text: wrong, receivedAt: 9_000) == nil, "\(wrong)") }
    }
}
