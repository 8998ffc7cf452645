import PortalCore
import Testing

/// Many families at once, in a town with an order of its own.
struct WaitingOrderRushTests {
    @Test func `whoever frees places at the same time, from however many processes, they go to the first in the town's order`() async throws {
        let place = try TemporaryPlace()
        var ordered = try await OrderedTown(["résidents", "parents qui travaillent"], places: 4, on: place.open())
        let holders = (1...4).map { "Titulaire\($0)" }
        for name in holders {
            try await ordered.add(name)
            try await ordered.book(of: name)
        }
        let waiting = (1...20).map { "Attente\($0)" }
        for (number, name) in waiting.enumerated() {
            let traits: [Set<OrderedTown.Trait>] = [[], [.working], [.resident], [.resident, .working]]
            try await ordered.add(name, traits[(number * 7) % 4])
        }
        // With PostgreSQL a second pool stands for a second process; SQLite has one writer.
        let second = TestServer.uri == nil ? ordered.town : BookingTown(database: try place.open(), catalogue: ordered.town.catalogue)
        let processes = try [ordered.town, second].map { try $0.bookings(at: OrderedTown.now) }
        try await rush(waiting, of: ordered, processes) { add($0, 1, OrderedTown.date) }
        let ranks = try Dictionary(uniqueKeysWithValues: waiting.map { ($0, try #require(try ordered.rank($0))) })
        #expect(ranks.values.sorted() == Array(1...20))
        for (number, name) in waiting.enumerated() {
            // Five families of each kind: the kinds in the order of the town.
            let kind = [3, 2, 1, 0][(number * 7) % 4]
            #expect((kind * 5 + 1...kind * 5 + 5).contains(try #require(ranks[name])), "\(name)")
        }
        try await rush(holders, of: ordered, processes) { cancel($0, 1, OrderedTown.date) }
        let given = try waiting.filter { try ordered.isBooked($0) }
        #expect(Set(given) == Set(waiting.filter { ranks[$0] ?? 0 <= 4 }))
        #expect(try ordered.town.count("SELECT count(*) FROM bookings") == 4)
        #expect(try ordered.town.count("SELECT taken FROM place_counters") == 4)
        #expect(try ordered.town.count("SELECT count(*) FROM awaited_places") == 16)
    }

    private func rush(
        _ names: [String],
        of ordered: OrderedTown,
        _ processes: [BookingService],
        _ change: (Identifier<Child>) throws -> BookingChange
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, name) in names.enumerated() {
                let (family, change) = (try #require(ordered.families[name]), try change(ordered.child(name)))
                group.addTask { try await processes[number % processes.count].confirm([change], key: OrderedTown.newKey(), by: family) }
            }
            try await group.waitForAll()
        }
    }
}
