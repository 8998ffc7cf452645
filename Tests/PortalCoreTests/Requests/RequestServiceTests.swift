import PortalCore
import Testing

struct RequestServiceTests {
    @Test func `a household finds its requests again with their answers, and nobody else does`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let stranger = try await town.family("Martin", children: ["Hugo"])
        let lea = family.children[0].id
        let early = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        let first = try await early.confirm([add(lea, 1, "2026-11-04"), add(lea, 1, "2026-11-11")], key: key(1), by: family)
        let second = try await town.bookings(at: "2026-11-04T12:00:01+01:00").confirm([add(lea, 3, "2026-11-06")], key: key(2), by: family)

        let requests = try town.requests(at: "2026-11-05T10:00:00+01:00")
        #expect(try requests.request(first.id, of: family) == first)
        #expect(try requests.request(second.id, of: family) == second)
        #expect(try requests.request(first.id, of: stranger) == nil)
        #expect(try requests.request(Identifier(9999), of: family) == nil)
        let latest = try requests.latest(of: family)
        #expect(latest.map(\.id) == [second.id, first.id])
        #expect(latest.map(\.accepted) == [1, 1])
        #expect(latest.map(\.refused) == [0, 1])
        #expect(try requests.latest(of: family, limit: 1).map(\.id) == [second.id])
        #expect(try requests.latest(of: stranger).isEmpty)
    }
}
