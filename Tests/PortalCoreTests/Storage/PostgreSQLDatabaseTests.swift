import PortalCore
import Testing

/// What only PostgreSQL does: connections that are lost, transactions that meet, several processes.
@Suite(.enabled(if: TestServer.uri != nil)) struct PostgreSQLDatabaseTests {
    /// A schema that goes away after the test.
    private final class Schema: Sendable {
        let address: PostgreSQLAddress

        init(through uri: String? = nil) throws {
            let fresh = try TestServer.freshSchema()
            address = try PostgreSQLAddress(uri ?? TestServer.uri ?? "", defaultSchema: fresh.schema)
        }

        deinit { try? PostgreSQLSchema.remove(address) }

        func open(queue: Int = 1024) throws -> PostgreSQLDatabase { try PostgreSQLDatabase.open(address, queue: queue) }
    }

    @Test func `a server that cuts every connection is not noticed`() async throws {
        let schema = try Schema()
        let database = try schema.open()
        let other = try schema.open()
        for day in 1...3 {
            try await database.write { try $0.addClosure(day) }
            // As a restart does: every session of this schema's databases but the one that asks.
            try await other.write { tx in
                try tx.query(
                    """
                    SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid() AND objid IN
                        (SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid())
                    """
                ) { try $0[0] as Int }
            }
            #expect(try database.read { try $0.closures() } == day)
        }
    }

    @Test func `a write whose connection is lost before the commit is done again, once`() async throws {
        let schema = try Schema()
        let database = try schema.open()
        let tries = Monitor(0)
        try await database.write { tx in
            try tx.addClosure(1)
            if tries.withLock({
                $0 += 1; return $0
            }) == 1 {
                try tx.execute("SELECT pg_terminate_backend(pg_backend_pid())")
            }
        }
        #expect(tries.withLock { $0 } == 2)
        #expect(try database.read { try $0.closures() } == 1)
    }

    @Test func `a commit whose answer is lost is looked up, and happens once`() async throws {
        let relay = try PostgreSQLRelay()
        let schema = try Schema(through: relay.uri)
        let database = try schema.open()
        for (day, moment) in [PostgreSQLRelay.Cut.afterCommit, .beforeCommit, .afterCommit, .beforeCommit].enumerated() {
            relay.cutOnce(moment)
            try await database.write { try $0.addClosure(day) }
            #expect(try database.read { try $0.closures() } == day + 1)
        }
    }

    @Test func `a commit whose answer is lost is told as uncertain when nobody can be asked, whatever became of it`() async throws {
        let relay = try PostgreSQLRelay()
        let schema = try Schema(through: relay.uri)
        let database = try schema.open()
        for (day, moment, count) in [(1, PostgreSQLRelay.Cut.afterCommit, 1), (2, .beforeCommit, 1), (3, .afterCommit, 2)] {
            relay.cut(moment)
            let error = await #expect(throws: DatabaseError.self) { try await database.write { try $0.addClosure(day) } }
            if case .uncertain = error {} else { Issue.record("\(String(describing: error))") }
            relay.mend()
            #expect(try database.read { try $0.closures() } == count)
        }
    }

    @Test func `a form sent again after an uncertain commit books once`() async throws {
        for moment in [PostgreSQLRelay.Cut.afterCommit, .beforeCommit] {
            let relay = try PostgreSQLRelay()
            let schema = try Schema(through: relay.uri)
            let town = try await BookingTown.open(on: try schema.open())
            let family = try await town.family("Dupont", children: ["Léa"])
            let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
            let key = try key(1)
            let change = [add(family.children[0].id, 1, "2026-11-04")]
            relay.cut(moment)
            let error = await #expect(throws: DatabaseError.self) { try await bookings.confirm(change, key: key, by: family) }
            if case .uncertain = error {} else { Issue.record("\(String(describing: error))") }
            relay.mend()
            #expect(try await bookings.confirm(change, key: key, by: family).lines.map(\.outcome.plain) == [.accepted])
            #expect(try town.count("SELECT count(*) FROM bookings") == 1)
            #expect(try town.count("SELECT count(*) FROM requests") == 1)
            #expect(try town.count("SELECT taken FROM place_counters") == 1)
        }
    }

    @Test func `two writes that lock each other out both happen`() async throws {
        let schema = try Schema()
        let database = try schema.open()
        let met = Monitor(0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for names in [["a", "b"], ["b", "a"]] {
                group.addTask {
                    try await database.write { tx in
                        try tx.lock(names[0])
                        met.withLock { $0 += 1 }
                        // Both hold their first lock before either asks for the second.
                        met.wait { $0 >= 2 ? true : nil }
                        try tx.lock(names[1])
                        try tx.addClosure(names[0] == "a" ? 1 : 2)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try database.read { try $0.closures() } == 2)
    }

    @Test func `a statement that takes too long is ended, and the connection serves the next`() async throws {
        let schema = try Schema()
        let database = try schema.open()
        #expect(try database.read { try $0.first("SELECT current_setting('statement_timeout')") { try $0[0] as String } } == "15s")
        await #expect(throws: DatabaseError.overloaded) {
            try await database.write { tx in
                try tx.execute("SET LOCAL statement_timeout TO 20")
                try tx.execute("SELECT CAST(pg_sleep(60) AS TEXT)")
            }
        }
        try await database.write { try $0.addClosure(1) }
        #expect(try database.read { try $0.closures() } == 1)
    }

    @Test func `locks of one portal are not those of another`() async throws {
        let schemas = [try Schema(), try Schema()]
        let databases = try schemas.map { try $0.open() }
        try await databases[0].write { tx in
            try tx.lock("account:1")
            try databases[1].read { _ in }
            let other = Monitor<Bool?>(nil)
            Task { [database = databases[1]] in
                try? await database.write { try $0.lock("account:1") }
                other.withLock { $0 = true }
            }
            other.wait { $0 }
        }
    }

    @Test func `a full line refuses at once and serves those that wait`() async throws {
        let schema = try Schema()
        let database = try schema.open(queue: 2)
        let running = schema.address.writers
        let isOpen = Monitor(false)
        let begun = Monitor(0)
        let refused = try await withThrowingTaskGroup(of: Bool.self) { group in
            for day in 1...running {
                group.addTask {
                    try await database.write { tx in
                        // Where many tests run at once, whoever is to be refused may take a minute to come.
                        try tx.execute("SET LOCAL idle_in_transaction_session_timeout TO 0")
                        begun.withLock { $0 += 1 }
                        isOpen.wait { $0 ? true : nil }
                        try tx.addClosure(day)
                    }
                    return false
                }
                try await onThread { _ = begun.wait { $0 == day ? true : nil } }
            }
            for day in 101...103 {
                group.addTask {
                    do {
                        try await database.write { try $0.addClosure(day) }
                        return false
                    } catch DatabaseError.overloaded {
                        isOpen.withLock { $0 = true }
                        return true
                    }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused == 1)
        #expect(try database.read { try $0.closures() } == running + 2)
    }

    @Test func `a type that SQLite would not give is refused by name`() throws {
        let schema = try Schema()
        let database = try schema.open()
        let error = #expect(throws: DatabaseError.self) {
            try database.read { tx in try tx.query("SELECT sum(price) FROM bookings") { try $0[0] as Int } }
        }
        if case .other(let text) = error { #expect(text.contains("CAST")) } else { Issue.record("\(String(describing: error))") }
    }

    @Test func `a server that is not there is unreachable`() async throws {
        let nowhere = try PostgreSQLAddress("postgresql://x@/x?host=/nowhere", defaultSchema: "essai")
        let error = #expect(throws: DatabaseError.self) { try PostgreSQLDatabase.open(nowhere) }
        if case .unreachable = error {} else { Issue.record("\(String(describing: error))") }
    }
}
