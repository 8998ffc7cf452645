import PortalCore
import Testing

/// A règlement that is to be accepted before its activities are booked.
struct RegulationTests {
    private func catalogue(version: String) throws -> PortalCatalogue {
        let regulation = Regulation(
            code: "accueils",
            title: "Règlement des mercredis",
            version: version,
            body: "Soyez à l'heure.",
            activities: ["mercredis"]
        )
        return try .bookingTown(regulations: [regulation])
    }

    @Test func `what it is about is booked once this version is accepted, by each adult`() async throws {
        let town = try await BookingTown.open(with: catalogue(version: "2026"))
        let family = try await town.family("Premier", children: ["Léa"])
        let now = "2026-10-01T10:00:00+02:00"
        let (bookings, portal) = (try town.bookings(at: now), try town.portal(at: now))
        let (wednesday, meal) = (add(family.children[0].id, 1, "2026-11-04"), add(family.children[0].id, 3, "2026-11-05"))
        let refusal = "Avant de réserver : le règlement « Règlement des mercredis » est à accepter, dans votre espace, page « Règlements »."
        #expect(try bookings.review([wednesday, meal], by: family).lines.map(\.outcome.plain) == [.refused(refusal), .accepted])
        #expect(try await bookings.confirm([wednesday], key: key(1), by: family).lines.map(\.outcome.plain) == [.refused(refusal)])
        let service = RegulationService(portal, town.catalogue)
        #expect(try service.obstacles(to: family).map(\.wayOut) == [.regulation("accueils")])
        #expect(try await !service.accept("accueils", version: "2025", by: family))
        #expect(try await !service.accept("autre", version: "2026", by: family))
        #expect(try await service.accept("accueils", version: "2026", by: family))
        #expect(try service.states(for: family).map(\.acceptedAt) == [portal.clock.now])
        #expect(try await bookings.confirm([wednesday], key: key(2), by: family).lines.map(\.outcome) == [.accepted])
        // A new version is to be accepted again; what is booked may be cancelled without it.
        let next = BookingTown(database: town.database, catalogue: try catalogue(version: "2027"))
        let later = add(family.children[0].id, 1, "2026-11-18")
        #expect(try next.bookings(at: now).review([later], by: family).lines.map(\.outcome.plain) == [.refused(refusal)])
        let back = cancel(family.children[0].id, 1, "2026-11-04")
        #expect(try next.bookings(at: now).review([back], by: family).lines.map(\.outcome) == [.accepted])
    }
}
