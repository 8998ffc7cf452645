import PortalCore
import Testing

@Suite struct SQLiteWriterTests {
    @Test func `a full line refuses at once and serves those that wait`() async throws {
        let database = try temporarySQLite(queue: 2)
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

    @Test func `a full disk refuses the write and recovers with the space`() async throws {
        let database = try temporarySQLite()
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

    /// What a savepoint holds goes to a file when it grows: each of these sizes is on another side of a limit of SQLite.
    @Test(arguments: [10, 31, 32, 64, 256, 320, 600]) func `a request is undone whole, however many pages it has changed`(pages: Int) async throws {
        let database = try temporarySQLite()
        let long = String(repeating: "x", count: 3000)
        try await database.write { tx in
            for _ in 0..<pages { try tx.execute("INSERT INTO news (published_on, title, body) VALUES (1, 'avant', $1)", long) }
        }
        await #expect(throws: CancellationError.self) {
            try await database.write { tx in
                try tx.execute("UPDATE news SET title = 'après'")
                throw CancellationError()
            }
        }
        #expect(try database.read { tx in try tx.query("SELECT DISTINCT title FROM news") { try $0[0] as String } } == ["avant"])
        try await database.write { try $0.execute("UPDATE news SET title = 'après'") }
        #expect(try database.read { tx in try tx.query("SELECT DISTINCT title FROM news") { try $0[0] as String } } == ["après"])
    }

    @Test func `a page of noise is found by the first who reads it, and nothing is acknowledged any more`() async throws {
        let told = Monitor([DatabaseError]())
        let path = try temporaryDatabasePath()
        let healthy = try SQLiteDatabase.open(path: path)
        try await healthy.write { try $0.addClosure(1) }
        let page = try #require(try healthy.read { try $0.first("SELECT rootpage FROM sqlite_schema WHERE name = 'closures'") { try $0[0] as Int } })
        healthy.close()
        var bytes = try SourceFile.contents(of: path)
        for index in (page - 1) * 4096..<page * 4096 { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
        let file = try NewFile(path)
        try file.write(bytes)
        try file.keep()
        let database = try SQLiteDatabase.open(path: path, onBroken: { error in told.withLock { $0.append(error) } })
        let error = #expect(throws: DatabaseError.self) { try database.read { try $0.query("SELECT reason FROM closures") { try $0[0] as String } } }
        guard case .broken = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(await #expect(throws: DatabaseError.self) { try await database.write { try $0.execute("DELETE FROM news") } } == error)
        #expect(told.withLock { $0.count } == 1)
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
