import Glibc
import PortalCore
import Testing

/// A portal goes from SQLite to PostgreSQL and back with everything in it.
@Suite(.enabled(if: TestServer.uri != nil)) struct PortalMoveTests {
    private let clock = StoppedClock(ParisTime.instant(ExampleTowns.today, at: .noon))

    /// A data folder with one portal, and a schema that may take it.
    private final class Place: Sendable {
        let folder: TemporaryDataFolder
        let address: PostgreSQLAddress
        let directory: PortalDirectory

        init(_ clock: StoppedClock) throws {
            folder = try TemporaryDataFolder()
            address = try TestServer.freshSchema()
            directory = PortalDirectory(path: folder.path, clock: clock)
        }

        deinit {
            try? PostgreSQLSchema.remove(address)
            for suffix in ["", "_avant_20261120_120000"] {
                if let old = try? PostgreSQLAddress(TestServer.uri ?? "", defaultSchema: address.schema + suffix) {
                    try? PostgreSQLSchema.remove(old)
                }
            }
        }

        func move(to target: PortalMove.Target) async throws -> [String: Int] {
            try await onThread { [directory] in
                let counts = Monitor<[String: Int]>([:])
                _ = try directory.move(of: "charost", to: target).run { table, rows in counts.withLock { $0[table] = rows } }
                return counts.withLock { $0 }
            }
        }

        /// Works on the portal, and closes it.
        @discardableResult
        func visit<Result>(_ body: (Portal) async throws -> Result) async throws -> Result {
            let portal = try #require(try directory.portal("charost"))
            defer { portal.database.close() }
            return try await body(portal)
        }
    }

    private func place() async throws -> Place {
        let place = try Place(clock)
        let portal = try place.directory.create("charost")
        defer { portal.database.close() }
        try await PortalDefinitionService(portal).put(try ExampleTowns.definition("charost"))
        let now = clock.now
        try await portal.database.write { transaction in
            let store = HouseholdStore(transaction)
            let address = PostalAddress(street: "1 rue de l'Église", postalCode: try #require(PostalCode("18290")), city: "Chârost")
            for number in 1...5000 {
                let household = try store.insertHousehold(name: "Foyer \(number) 👩‍👧", address: address, at: now)
                if number % 100 == 0 {
                    try ActivationKeyStore(transaction).insert(ActivationKey(from: SystemRandom()), opening: household, at: now, expiry: now)
                }
                if number % 500 == 0 { try AuditLog.record(in: transaction, by: .system, AuditAct(rawValue: "test"), on: household, at: now) }
            }
            try transaction.execute("DELETE FROM households WHERE id = 4999")
        }
        return place
    }

    @Test func `there and back again nothing is lost, and new rows get new numbers`() async throws {
        let place = try await place()
        let households = try await place.visit {
            try $0.database.read { tx in try tx.query("SELECT id, name FROM households ORDER BY id") { try "\($0[0] as Int) \($0[1] as String)" } }
        }
        let now = clock.now
        for (round, target) in [PortalMove.Target.postgreSQL(place.address), .sqlite].enumerated() {
            let counts = try await place.move(to: target)
            #expect(counts["households"] == 4999 + round && counts["activation_keys"] == 50)
            try await place.visit { portal in
                #expect((portal.database is PostgreSQLDatabase) == (round == 0))
                #expect(try PortalDefinitionService(portal).definition() == (try ExampleTowns.definition("charost")))
                #expect(try portal.database.read { try AuditVerification(of: $0) }.faults == [])
                let moved = try portal.database.read { tx in
                    try tx.query("SELECT id, name FROM households WHERE id <= 5000 ORDER BY id") { try "\($0[0] as Int) \($0[1] as String)" }
                }
                #expect(moved == households)
                let next = try await portal.database.write { tx in
                    let address = PostalAddress(street: "", postalCode: try #require(PostalCode("18290")), city: "")
                    return try HouseholdStore(tx).insertHousehold(name: "Nouveau", address: address, at: now)
                }
                #expect(next.rawValue == 5001 + Int64(round))
            }
        }
        #expect(place.directory.slugs() == ["charost"])
        #expect(place.directory.slugsOfFiles() == ["charost"])
        for kept in [".sqlite", ".sqlite_avant_20261120_120000", ".postgresql_avant_20261120_120000"] {
            #expect(access("\(place.folder.path)/portals/charost\(kept)", F_OK) == 0, "\(kept)")
        }
        // The schema was put aside: it is free again.
        _ = try await place.move(to: .postgreSQL(place.address))
    }

    @Test func `a portal that somebody has open is not moved`() async throws {
        let place = try await place()
        for target in [PortalMove.Target.postgreSQL(place.address), .sqlite] {
            try await place.visit { _ in
                await #expect(throws: PortalMoveRefusal.inUse) { try await place.move(to: target) }
            }
            if target != .sqlite { _ = try await place.move(to: target) }
        }
        try await place.visit { #expect($0.database is PostgreSQLDatabase) }
    }

    @Test func `a copy that was broken off starts anew, and never over something else`() async throws {
        let place = try await place()
        // Somebody else's tables are in the way.
        let stranger = try PostgreSQLDatabase.open(place.address)
        try await stranger.write { try $0.addClosure(1) }
        stranger.close()
        await #expect(throws: PortalMoveRefusal.schemaInUse(place.address.schema)) { try await place.move(to: .postgreSQL(place.address)) }
        // What a copy left unfinished is made anew.
        try PostgreSQLSchema.remove(place.address)
        let half = try PostgreSQLDatabase.open(place.address)
        try await half.write { tx in
            try tx.addClosure(20_000)
            try tx.execute(
                "DO $$ BEGIN EXECUTE format('COMMENT ON SCHEMA %I IS %L', current_schema(), 'portail-famille: copie inachevée'); END $$"
            )
        }
        half.close()
        #expect(try await place.move(to: .postgreSQL(place.address))["households"] == 4999)
        let definition = try await place.visit { try PortalDefinitionService($0).definition() }
        #expect(definition == (try ExampleTowns.definition("charost")))
    }

    @Test func `what cannot be moved is said`() async throws {
        let place = try await place()
        await #expect(throws: PortalMoveRefusal.alreadyThere) { try await place.move(to: .sqlite) }
        await #expect(throws: PortalMoveRefusal.noPortal) {
            _ = try await onThread { try place.directory.move(of: "bondoufle", to: .sqlite).run { _, _ in } }
        }
    }
}
