import PortalCore
import Testing

/// What the door promises, whichever engine is behind it.
@Suite struct DatabaseTests {
    @Test func `every type of value comes back as it went in`() async throws {
        let database = try temporaryDatabase()
        let at = Instant(seconds: -5)
        let hash: [UInt8] = [0, 255, 10]
        let texts = ["", "L'école d'Émilie", "👩‍👧", String(repeating: "long ", count: 10_000)]
        for text in texts {
            let (back, bytes, empty, instant, day, none) = try await database.write { tx in
                try tx.query(
                    "SELECT $1, $2, $3, $4, $5, $6",
                    text,
                    hash,
                    [UInt8](),
                    at,
                    CivilDate(dayNumber: 20_000),
                    String?.none
                ) { row in
                    (
                        try row[0] as String, try row[1] as [UInt8], try row[2] as [UInt8], try row[3] as Instant, try row[4] as CivilDate,
                        try row[5] as String?
                    )
                }[0]
            }
            #expect(back == text && bytes == hash && empty == [] && instant == at && day.dayNumber == 20_000 && none == nil)
        }
    }

    @Test func `numbers keep all their bits, and booleans are 0 and 1`() async throws {
        let database = try temporaryDatabase()
        let numbers: [Int64] = [.min, -4_294_967_297, -129, -1, 0, 1, 255, 32_768, 4_294_967_296, .max]
        for number in numbers {
            #expect(try database.read { tx in try tx.first("SELECT $1", number) { try $0[0] as Int64 } } == number)
        }
        let answers = try database.read { tx in
            try tx.first("SELECT 1 = $1, 2 = $1, -70000, count(*) FROM closures", 1) { [try $0[0] as Int, try $0[1], try $0[2], try $0[3]] }
        }
        #expect(answers == [1, 0, -70_000, 0])
    }

    @Test func `a text that one engine cannot hold is refused by both`() async throws {
        let database = try temporaryDatabase()
        await #expect(throws: DatabaseError.check("U+0000 in a text")) {
            try await database.write { try $0.execute("INSERT INTO closures (first_day, last_day, reason) VALUES (1, 1, $1)", "nul \0 inside") }
        }
    }

    @Test func `a value may be missing at first and come later, and the other way round`() async throws {
        let database = try temporaryDatabase()
        for phone in [nil, "01 60 00 00 00", nil] as [String?] {
            for position in [nil, 7, nil] as [Int?] {
                let kept = try await database.write { tx in
                    try tx.execute("DELETE FROM contacts")
                    try tx.execute("INSERT INTO contacts (position, name, phone) VALUES (coalesce($1, 1), 'Guichet', $2)", position, phone)
                    return try tx.first("SELECT position, phone FROM contacts") { (try $0[0] as Int, try $0[1] as String?) }
                }
                #expect(kept?.0 == position ?? 1 && kept?.1 == phone)
            }
        }
    }

    @Test func `texts sort by byte`() async throws {
        let database = try temporaryDatabase()
        let names = ["É", "a", "Z", "é", "B", "aa", ""]
        try await database.write { tx in
            for (position, name) in names.enumerated() { try tx.execute("INSERT INTO contacts (position, name) VALUES ($1, $2)", position, name) }
        }
        let sorted = try database.read { tx in try tx.query("SELECT name FROM contacts ORDER BY name") { try $0[0] as String } }
        #expect(sorted == ["", "B", "Z", "a", "aa", "É", "é"])
    }

    @Test func `a column of another type is a decoding error that names it`() throws {
        let database = try temporaryDatabase()
        #expect(throws: DatabaseError.decoding(column: "price", type: "Int")) {
            try database.read { tx in try tx.query("SELECT 'much' AS price") { try $0[0] as Int } }
        }
    }

    @Test func `a row that cannot be decoded names its table and its column, whatever the statement calls them`() async throws {
        let database = try temporaryDatabase()
        try await database.write { try $0.addClosure(1) }
        #expect(throws: DatabaseError.decoding(column: "closures.reason", type: "Int")) {
            try database.read { tx in try tx.query("SELECT c.reason AS price FROM closures c") { try $0[0] as Int } }
        }
    }

    @Test func `parameters are taken by their number, not by their place`() throws {
        let database = try temporaryDatabase()
        let values = try database.read { tx in
            try tx.query("SELECT $2, $1, $2", 1, 2) { [try $0[0] as Int, try $0[1], try $0[2]] }
        }
        #expect(values == [[2, 1, 2]])
    }

    @Test func `a wrong number of values, two statements and a question mark are refused`() throws {
        let database = try temporaryDatabase()
        #expect(throws: DatabaseError.self) { try database.read { tx in try tx.query("SELECT $1, $2", 1) { try $0[0] as Int } } }
        #expect(throws: DatabaseError.self) { try database.read { tx in try tx.execute("SELECT 1; SELECT 2") } }
        #expect(throws: DatabaseError.self) { try database.read { tx in try tx.execute("SELECT ?", 1) } }
    }

    @Test func `a query runs inside the rows of the same query`() throws {
        let database = try temporaryDatabase()
        func descend(_ tx: any Transaction, _ depth: Int) throws -> [Int] {
            try tx.query("SELECT $1 UNION ALL SELECT $1 + 1", depth) { row in
                let value = try row[0] as Int
                return value + (depth < 3 ? try descend(tx, depth + 1).reduce(0, +) : 0)
            }
        }
        let sums = try database.read { try descend($0, 1) }
        #expect(sums == [1 + 2 * 2 + 2 * 7 + 1, 2 + 2 * 2 + 2 * 7 + 1])
    }

    @Test func `a read sees one snapshot, whatever is committed meanwhile`() async throws {
        let database = try temporaryDatabase()
        try await database.write { try $0.addClosure(1) }
        let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
        let isWritten = Monitor(false)
        async let counts = onThread {
            try database.read { tx in
                let before = try tx.closures()
                beginning.finish()
                isWritten.wait { $0 ? true : nil }
                return [before, try tx.closures()]
            }
        }
        for await _ in begun {}
        try await database.write { try $0.addClosure(2) }
        isWritten.withLock { $0 = true }
        #expect(try await counts == [1, 1])
        #expect(try database.read { try $0.closures() } == 2)
    }

    @Test func `a read writes nothing`() throws {
        let database = try temporaryDatabase()
        #expect(throws: DatabaseError.self) { try database.read { try $0.addClosure(1) } }
        #expect(try database.read { try $0.closures() } == 0)
    }

    @Test func `a transaction serves nobody after its end`() throws {
        let database = try temporaryDatabase()
        let escaped = try database.read { $0 }
        #expect(throws: DatabaseError.self) { try escaped.closures() }
    }

    @Test func `constraints are named the same whatever the engine`() async throws {
        let database = try temporaryDatabase()
        let refusals: [(DatabaseError, @Sendable (any Transaction) throws -> Void)] = [
            (.unique("closures.first_day, closures.last_day"), { tx in for _ in 1...2 { try tx.addClosure(1) } }),
            (
                // SQLite does not say which one.
                .foreignKey(TestServer.uri == nil ? "FOREIGN KEY constraint failed" : "household_adults.household_id"),
                { tx in try tx.execute("INSERT INTO household_adults (household_id, adult_id, position) VALUES (1, 1, 1)") }
            ),
            (.check("taken >= 0"), { tx in try tx.execute("INSERT INTO place_counters VALUES (1, 1, 1, -1, NULL, NULL)") }),
            (.check("closures.reason"), { tx in try tx.execute("INSERT INTO closures (first_day, last_day) VALUES (1, 1)") }),
        ]
        for (expected, body) in refusals {
            await #expect(throws: expected) { try await database.write(body) }
        }
    }

    @Test func `statements that change rows say how many`() async throws {
        let database = try temporaryDatabase()
        let counts = try await database.write { tx in
            for day in 1...3 { try tx.addClosure(day) }
            return [
                try tx.execute("UPDATE closures SET reason = $1 WHERE first_day > $2", "Pont", 1),
                try tx.execute("UPDATE closures SET reason = $1 WHERE first_day > $2", "Pont", 9),
                try tx.execute("SELECT 1"),
            ]
        }
        #expect(counts == [2, 0, 0])
    }
}

extension Transaction {
    /// One closed day: the smallest row of the schema.
    func addClosure(_ day: Int) throws {
        try execute("INSERT INTO closures (first_day, last_day, reason) VALUES ($1, $1, '')", day)
    }

    func closures() throws -> Int {
        try first("SELECT count(*) FROM closures") { try $0[0] } ?? 0
    }
}
