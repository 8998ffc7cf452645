import PortalCore
import Testing

@Suite struct MigrationTests {
    @Test func `a second opening changes nothing`() async throws {
        let place = try TemporaryPlace()
        if case .sqlite = place.location {} else { #expect(try place.location.pendingMigrations().map(\.number) == Migration.all.map(\.number)) }
        let first = try place.open()
        try await first.write { try $0.addClosure(1) }
        let before = try first.columns()
        first.close()

        #expect(try place.location.pendingMigrations().isEmpty)
        let second = try place.open()
        #expect(try second.columns() == before)
        #expect(try second.read { try $0.closures() } == 1)
        #expect(before.count > 100)
    }

    @Test func `a dry run names the migrations that are missing, and applies none`() async throws {
        let place = try TemporaryPlace()
        let database = try place.open()
        try await database.write { try $0.execute("DELETE FROM schema_versions WHERE number = 14") }
        database.close()
        for _ in 1...2 { #expect(try place.location.pendingMigrations().map(\.number) == [14]) }
    }

    @Test func `two that open at once migrate once`() async throws {
        let place = try TemporaryPlace()
        let databases = try await withThrowingTaskGroup(of: (any Database).self) { group in
            for _ in 1...4 { group.addTask { try await onThread { try place.open() } } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for database in databases { #expect(try database.read { try $0.closures() } == 0) }
    }

    @Test func `a schema of a newer program is left alone`() async throws {
        let place = try TemporaryPlace()
        let database = try place.open()
        try await database.write { try $0.execute("INSERT INTO schema_versions (number, name, digest) VALUES (9999, 'later', '')") }
        database.close()
        #expect(throws: DatabaseError.newerSchema(9999)) { try place.open() }
        #expect(throws: DatabaseError.newerSchema(9999)) { try place.location.pendingMigrations() }
    }

    @Test func `a schema made by other words is refused at the opening, not at the first page`() async throws {
        let place = try TemporaryPlace()
        let database = try place.open()
        try await database.write { try $0.execute("UPDATE schema_versions SET digest = 'other' WHERE number = 1") }
        database.close()
        #expect(throws: DatabaseError.otherSchema(1)) { try place.open() }
        #expect(throws: DatabaseError.otherSchema(1)) { try place.location.pendingMigrations() }
    }

    @Test func `every table is strict`() throws {
        let loose = try temporarySQLite().read { tx in
            try tx.query("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND schema = 'main' AND name <> 'sqlite_schema'") {
                try $0[0] as String
            }
        }
        #expect(loose == [])
    }

    @Test func `a folder that is not there is an error, not a crash`() {
        #expect(throws: DatabaseError.self) { try SQLiteDatabase.open(path: "/nowhere/portal.sqlite") }
    }
}

extension Database {
    /// Every column of the schema: "closures.first_day".
    fileprivate func columns() throws -> [String] {
        let columns =
            if TestServer.uri == nil {
                try read { tx in
                    try tx.query("SELECT s.name || '.' || c.name FROM sqlite_schema s, pragma_table_info(s.name) c WHERE s.type = 'table'") {
                        try $0[0] as String
                    }
                }
            } else {
                try read { tx in
                    try tx.query("SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = current_schema()") {
                        try $0[0] as String
                    }
                }
            }
        return columns.sorted()
    }
}
