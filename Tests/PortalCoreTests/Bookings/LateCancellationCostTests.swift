import PortalCore
import Testing

/// What a cancellation after the limit truly costs: the town's price for an absence in the place of the meal's.
struct LateCancellationCostTests {
    private static let late = "2026-11-05T09:00:00+01:00"

    /// The booking town, whose meals cost 4,20 €, and 25 % more when they are booked late.
    private static func town(_ charge: String) async throws -> BookingTown {
        let plain = try PortalCatalogue.bookingTown()
        var settings = plain.settings
        settings.absences = AbsencePolicy(certificate: nil, charge: try #require(AbsencePrice(notation: charge)))
        return try await BookingTown.open(with: PortalCatalogue(settings: settings, closures: plain.closures, activities: plain.activities))
    }

    @Test(arguments: [
        ("100 %", "2026-10-01", 420, 420), ("50 %", "2026-10-01", 420, 210), ("0 %", "2026-10-01", 420, 0), ("2,99 €", "2026-10-01", 420, 299),
        ("5 €", "2026-10-01", 420, 500), ("150 %", "2026-10-01", 420, 630), ("40 %", "2026-11-04", 525, 210), ("2,99 €", "2026-11-04", 525, 299),
    ])
    func `the recap, the planning, the answer and the months agree`(charge: String, bookedOn: String, before: Int64, after: Int64) async throws {
        let town = try await Self.town(charge)
        let family = try await town.family("Dupont", children: ["Tom"])
        let child = family.children[0].id
        try await town.bookings(at: "\(bookedOn)T10:00:00+01:00").confirm([add(child, 3, "2026-11-05")], key: key(1), by: family)
        let bookings = try town.bookings(at: Self.late)
        let month = try #require(Month(iso: "2026-11"))
        let cells = try bookings.planning(month, of: family).weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells)
        let cell = try #require(cells.first { $0.slot.date.iso == "2026-11-05" })
        #expect(cell.state == .booked(asAbsence: true) && cell.lateCredit == Cents(before - after))
        let review = try bookings.review([cancel(child, 3, "2026-11-05")], by: family)
        #expect(review.lines.map(\.kept) == [Cents(after)] && review.difference == Cents(after - before))
        #expect(review.costs == [MonthCost(month: month, before: Cents(before), after: Cents(after))])
        let request = try await bookings.confirm([cancel(child, 3, "2026-11-05")], key: key(2), by: family)
        let kept = try #require(try town.requests(at: Self.late).request(request.id, of: family))
        #expect([request, kept].map { BookingReview(lines: $0.lines).difference } == Array(repeating: Cents(after - before), count: 2))
        // What is owed afterwards is what was said.
        let next = try bookings.review([add(child, 3, "2026-11-30")], by: family)
        #expect(next.costs.map(\.before) == [Cents(after)])
    }

    @Test func `an absence that is reported keeps in its request what it costs`() async throws {
        let town = try await Self.town("50 %")
        let family = try await town.family("Dupont", children: ["Tom"])
        let child = family.children[0].id
        try await town.bookings(at: "2026-10-01T10:00:00+02:00").confirm([add(child, 3, "2026-11-05")], key: key(1), by: family)
        let form = AbsenceForm(
            children: [String(child.rawValue)],
            firstDay: "2026-11-05",
            lastDay: "2026-11-05",
            activities: [],
            reason: "Maladie"
        )
        let absences = AbsenceService(try town.portal(at: Self.late), town.catalogue, hasAntivirus: false)
        #expect(try absences.review(form, by: family).lines.map(\.difference) == [Cents(-210)])
        let id = try await absences.report(form, certificate: [], key: key(2), by: family).id
        let request = try #require(try town.requests(at: Self.late).request(id, of: family))
        #expect(BookingReview(lines: request.lines).difference == Cents(-210))
    }
}
