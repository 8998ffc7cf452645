import PortalCore
import Testing

@Suite struct SQLiteWriterTests {
    private struct Refusal: Error {}

    @Test func `concurrent writes are all there, but the ones that failed`() async throws {
        let path = try temporaryDatabasePath()
        let database = try SQLiteDatabase.open(path: path)
        let refused = try await withThrowingTaskGroup(of: Bool.self) { group in
            for day in 1...500 {
                group.addTask {
                    do {
                        try await database.write { tx in
                            try tx.addClosure(day)
                            if day % 10 == 0 { throw Refusal() }
                            if day % 7 == 0 { try tx.addClosure(day) }
                        }
                        return false
                    } catch is Refusal { return true } catch DatabaseError.unique { return true }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        let expected = (1...500).filter { $0 % 10 != 0 && $0 % 7 != 0 }
        #expect(refused == 500 - expected.count)
        database.close()

        let again = try SQLiteDatabase.open(path: path)
        #expect(try again.read { tx in try tx.query("SELECT first_day FROM closures ORDER BY 1") { try $0[0] as Int } } == expected)
    }

    @Test func `an error of the engine cannot be passed over`() async throws {
        let database = try temporaryDatabase()
        await #expect(throws: DatabaseError.unique("closures.first_day, closures.last_day")) {
            try await database.write { tx in
                try tx.addClosure(1)
                try? tx.addClosure(1)
            }
        }
        #expect(try database.read { try $0.closures() } == 0)
    }

    @Test func `a full line refuses at once and serves those that wait`() async throws {
        let database = try temporaryDatabase(queue: 2)
        let (reached, reaching) = AsyncStream.makeStream(of: Void.self)
        let isOpen = Monitor(false)
        async let first: Void = database.write { tx in
            reaching.finish()
            isOpen.wait { $0 ? true : nil }
            try tx.addClosure(1)
        }
        for await _ in reached {}
        try await withThrowingTaskGroup(of: Void.self) { group in
            for day in 2...4 {
                group.addTask {
                    do {
                        try await database.write { try $0.addClosure(day) }
                    } catch DatabaseError.overloaded {
                        isOpen.withLock { $0 = true }
                    }
                }
            }
            try await group.waitForAll()
        }
        try await first
        #expect(try database.read { try $0.closures() } == 3)
    }

    @Test func `a closed database refuses writes, and is closed twice`() async throws {
        let database = try temporaryDatabase()
        database.close()
        database.close()
        await #expect(throws: DatabaseError.other("the database is closed")) { try await database.write { try $0.addClosure(1) } }
    }

    @Test func `a full disk refuses the write and recovers with the space`() async throws {
        let database = try temporaryDatabase()
        let pages = try await database.write { tx in
            let pages = try tx.first("PRAGMA page_count") { try $0[0] as Int } ?? 0
            try tx.execute("PRAGMA max_page_count = 1")
            return pages
        }
        let large = String(repeating: "x", count: 100_000)
        await #expect(throws: DatabaseError.full) {
            try await database.write { try $0.execute("INSERT INTO news (published_on, title, body) VALUES (1, '', $1)", large) }
        }
        try await database.write { try $0.execute("PRAGMA max_page_count = 100000") }
        try await database.write { try $0.execute("INSERT INTO news (published_on, title, body) VALUES (1, '', $1)", large) }
        #expect(pages > 1)
        #expect(try database.read { tx in try tx.first("SELECT count(*) FROM news") { try $0[0] as Int } } == 1)
    }

    @Test func `a file that is damaged stops every write and is told once`() async throws {
        let told = Monitor([DatabaseError]())
        let path = try temporaryDatabasePath()
        let database = try SQLiteDatabase.open(path: path, onBroken: { error in told.withLock { $0.append(error) } })
        await #expect(throws: DatabaseError.broken("disk")) { try await database.write { _ in throw DatabaseError.broken("disk") } }
        await #expect(throws: DatabaseError.broken("disk")) { try await database.write { try $0.addClosure(1) } }
        #expect(told.withLock { $0 } == [.broken("disk")])
        #expect(try database.read { try $0.closures() } == 0)
    }
}
