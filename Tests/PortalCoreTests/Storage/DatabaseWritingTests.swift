import PortalCore
import Testing

/// What a write promises, whichever engine is behind the door.
@Suite struct DatabaseWritingTests {
    private struct Refusal: Error {}

    @Test func `concurrent writes are all there, but the ones that failed`() async throws {
        let place = try TemporaryPlace()
        let database = try place.open()
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

        let again = try place.open()
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

    @Test func `a closed database refuses writes, and is closed twice`() async throws {
        let database = try temporaryDatabase()
        database.close()
        database.close()
        await #expect(throws: DatabaseError.other("the database is closed")) { try await database.write { try $0.addClosure(1) } }
    }
}
