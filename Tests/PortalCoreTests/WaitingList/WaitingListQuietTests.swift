import PortalCore
import Synchronization
import Testing

/// The background job over lines in which nothing can be done: it reads, and leaves the writer alone.
struct WaitingListQuietTests {
    /// A database that counts its writing transactions.
    private final class CountingDatabase: Database {
        private let database: any Database
        private let count = Atomic(0)

        init(_ database: any Database) {
            self.database = database
        }

        var writes: Int { count.load(ordering: .relaxed) }

        func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result { try database.read(body) }

        @discardableResult
        func write<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result {
            count.add(1, ordering: .relaxed)
            return try await database.write(body)
        }

        func close() { database.close() }
    }

    @Test func `a free place that nobody who waits may have is looked at without writing, until somebody may`() async throws {
        let database = CountingDatabase(try temporaryDatabase())
        let town = try await BookingTown.open(on: database, with: owing())
        var families: [HouseholdAccess] = []
        for name in ["Premier", "Suivant", "Troisieme"] {
            let family = try await town.family(name, children: ["Léa"])
            families.append(family)
            try await town.bookings(at: OrderedTown.now).confirm([slot(of: family)], key: OrderedTown.newKey(), by: family)
        }
        let (clerk, arrears) = (try await town.clerk(), ArrearsService(try town.portal(at: OrderedTown.now)))
        for family in families.dropFirst() { _ = try await arrears.record("80", of: family.families[0].household.id, by: clerk) }
        let back = BookingChange(.cancel, slot(of: families[0]).slot)
        try await town.bookings(at: OrderedTown.now).confirm([back], key: OrderedTown.newKey(), by: families[0])
        let job = WaitingListService(try town.portal(at: "2026-10-01T11:00:00+02:00"), town.catalogue)
        let before = database.writes
        for _ in 0..<5 { #expect(try await job.settleDue() == 0) }
        #expect(database.writes == before)
        // Another reason is news, told once.
        _ = try await arrears.record("95", of: families[1].families[0].household.id, by: clerk)
        let changed = database.writes
        #expect(try await job.settleDue() == 1)
        #expect(try await job.settleDue() == 0)
        #expect(database.writes == changed + 1)
        _ = try await arrears.record("0", of: families[2].families[0].household.id, by: clerk)
        #expect(try await job.settleDue() == 1)
        #expect(try town.count("SELECT count(*) FROM bookings") == 1)
        #expect(try town.count("SELECT count(*) FROM awaited_places") == 1)
    }

    private func slot(of family: HouseholdAccess) -> BookingChange { add(family.children[0].id, 1, OrderedTown.date) }

    /// One place on Wednesdays, given outright, and not to those who owe more than 50 €.
    private func owing() throws -> PortalCatalogue {
        let plain = try PortalCatalogue.bookingTown(waitingList: .given, places: 1)
        var settings = plain.settings
        settings.arrears = ArrearsPolicy(threshold: Cents(5000), message: "")
        return PortalCatalogue(settings: settings, closures: plain.closures, activities: plain.activities)
    }
}
