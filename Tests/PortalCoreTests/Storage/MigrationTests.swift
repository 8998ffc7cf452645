import PortalCore
import Testing

@Suite struct MigrationTests {
    @Test func `a second opening changes nothing`() async throws {
        let path = try temporaryDatabasePath()
        let first = try SQLiteDatabase.open(path: path)
        try await first.write { try $0.addClosure(1) }
        let before = try first.schema()
        first.close()

        let second = try SQLiteDatabase.open(path: path)
        #expect(try second.schema() == before)
        #expect(try second.read { try $0.closures() } == 1)
        #expect(before.count > 20)
    }

    @Test func `a file of a newer program is left alone`() async throws {
        let path = try temporaryDatabasePath()
        let database = try SQLiteDatabase.open(path: path)
        try await database.write { try $0.execute("INSERT INTO schema_versions (number, name) VALUES (9999, 'later')") }
        database.close()
        #expect(throws: DatabaseError.other("the schema has version 9999, which this program does not know")) {
            try SQLiteDatabase.open(path: path)
        }
    }

    @Test func `every table is strict`() throws {
        let loose = try temporaryDatabase().read { tx in
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

extension SQLiteDatabase {
    fileprivate func schema() throws -> [String] {
        try read { tx in try tx.query("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name") { try $0[0] as String } }
    }
}
