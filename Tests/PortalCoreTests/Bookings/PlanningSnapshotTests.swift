import PortalCore
import Testing

struct PlanningSnapshotTests {
    @Test func `a snapshot is the same after a journey through the browser`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa", "Tom", "Zoé"])
        for now in ["2026-09-01T10:00:00+02:00", "2026-11-12T10:00:00+01:00"] {
            let planning = try town.bookings(at: now).planning(try month("2026-11"), of: family)
            let snapshot = planning.snapshot
            #expect(PlanningSnapshot(text: snapshot.text) == snapshot)
            for cell in planning.cells {
                #expect(snapshot.mark(of: cell.slot) == (cell.mayChange ? (cell.isBooked ? .booked : .free) : .fixed))
            }
        }
    }

    @Test func `ticked boxes are read against what the page showed`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let lea = family.children[0].id
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        try await bookings.confirm([add(lea, 1, "2026-11-04"), add(lea, 1, "2026-11-18")], key: key(1), by: family)
        let shown = try bookings.planning(try month("2026-11"), of: family).snapshot.text

        // Another page cancels the 18th and books a meal meanwhile; this page keeps the 4th, unticks the 18th, adds a morning and a closed day.
        try await bookings.confirm([cancel(lea, 1, "2026-11-18"), add(lea, 3, "2026-11-05")], key: key(2), by: family)
        let ticked = [add(lea, 1, "2026-11-04"), add(lea, 2, "2026-11-18"), add(lea, 1, "2026-11-11")].map(\.slot.text)
        let changes = try BookingForm.changes(ticked: ticked, snapshot: shown)
        #expect(Set(changes) == [cancel(lea, 1, "2026-11-18"), add(lea, 2, "2026-11-18"), add(lea, 1, "2026-11-11")])
        let review = try bookings.review(changes, by: family)
        #expect(review.lines.map(\.change) == [add(lea, 1, "2026-11-11"), cancel(lea, 1, "2026-11-18"), add(lea, 2, "2026-11-18")])
        #expect(review.lines.map { $0.outcome.isRefused } == [true, false, false])
        #expect(review.lines[1].outcome == .alreadySo)
    }

    @Test func `what no page of the portal has written is not read`() throws {
        let good = "2026-11;1.2.\(String(repeating: "f", count: 42))"
        #expect(PlanningSnapshot(text: good) != nil)
        let broken = [
            "", ";", "2026-11;", "2026-13", "2026-11;1.2", "2026-11;1.2.fff", "2026-11;a.2.\(String(repeating: "f", count: 42))", good + "f",
            good + ";1.2.\(String(repeating: "b", count: 30))", good.replacing("ff", with: "fq"), "2026-11" + String(repeating: ";1.2.f", count: 500),
        ]
        for text in broken { #expect(PlanningSnapshot(text: text) == nil, "\(text)") }
        for text in ["", "1.2", "1.2.2026-11-31", "0.2.2026-11-04", "-1.2.2026-11-04", "1.2.2026-11-04.é", "99999999999999999999.2.2026-11-04"] {
            #expect(throws: BookingFailure.unreadable) { try BookingForm.changes(ticked: [text], snapshot: good) }
            #expect(throws: BookingFailure.unreadable) { try BookingForm.changes(confirmed: ["ajout.\(text)"]) }
        }
        #expect(throws: BookingFailure.unreadable) { try BookingForm.changes(ticked: [], snapshot: nil) }
        let change = add(Identifier(12), 3, "2026-11-04")
        #expect(change.text == "ajout.12.3.2026-11-04")
        #expect(try BookingForm.changes(confirmed: [change.text, "annulation.1.2.2026-11-05"]).first == change)
    }
}
