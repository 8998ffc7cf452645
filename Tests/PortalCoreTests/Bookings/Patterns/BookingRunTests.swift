import PortalCore
import Testing

struct BookingRunTests {
    @Test func `a year of three children's school days travels in a few hundred characters`() throws {
        var changes: [BookingChange] = []
        for child in 1...3 {
            for unit in 1...3 {
                for date in try day("2026-09-01")...day("2027-07-02") where date.weekday <= .friday {
                    let slot = BookingSlot(child: Identifier(Int64(child)), unit: Identifier(Int64(unit)), date: date)
                    changes.append(BookingChange(.add, slot))
                }
            }
        }
        #expect(changes.count == 1971)
        let texts = BookingRun.runs(of: changes.shuffled()).map(\.text)
        #expect(texts.count == 9 && texts.joined().utf8.count < 900)
        #expect(Set(try BookingForm.changes(confirmed: texts)) == Set(changes))
        let kept = try BookingForm.changes(confirmed: texts, on: [day("2026-09-01"), day("2026-09-05")])
        #expect(kept.count == 9 && kept.allSatisfy { $0.slot.date.iso == "2026-09-01" })
    }

    @Test func `any changes are the same after a journey through the recap`() throws {
        for round in 0..<50 {
            let first = try day("2026-09-01")
            let changes = Set(
                (0..<60).map { _ in
                    let slot = BookingSlot(
                        child: Identifier(Int64.random(in: 1...3)),
                        unit: Identifier(Int64.random(in: 1...4)),
                        date: first.adding(days: Int.random(in: 0...(round * 20)))
                    )
                    return BookingChange(Bool.random() ? .add : .cancel, slot)
                }
            )
            let back = try BookingForm.changes(confirmed: BookingRun.runs(of: Array(changes)).map(\.text))
            #expect(Set(back) == changes && back.count == changes.count)
        }
    }

    @Test func `a single change keeps its plain text, and what no recap has written is not read`() throws {
        let change = add(Identifier(12), 3, "2026-11-04")
        #expect(BookingRun.runs(of: [change, change]).map(\.text) == ["ajout.12.3.2026-11-04"])
        let wrong = ["", "ajout.12.3", "ajout.12.3.2026-11-04.", "ajout.12.3.2026-11-04.A", "ajout.12.3.2026-11-04.é", "ajout.12.3.2026-11-04.B.B"]
        for text in wrong + ["ajout.12.3.2026-11-04.\(String(repeating: "B", count: 63))"] { #expect(BookingRun(text: text) == nil, "\(text)") }
        let flood = (1...10).map { "ajout.\($0).3.2026-01-01.\(String(repeating: "_", count: 62))" }
        #expect(throws: BookingFailure.tooManyChanges) { try BookingForm.changes(confirmed: flood) }
    }
}
