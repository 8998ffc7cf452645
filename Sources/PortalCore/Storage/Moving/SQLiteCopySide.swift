/// A portal's SQLite file as one end of a copy.
final class SQLiteCopySide: CopySide {
    private let connection: SQLiteConnection

    /// Rows in one transaction: large enough to be fast, small enough for the log.
    private static let chunk = 20_000

    /// Takes a portal's file for itself: nobody else has it open, and nobody can open it until this value is gone.
    ///
    /// - Throws: `DatabaseError.retry` when somebody else has it open.
    init(alone path: String) throws(DatabaseError) {
        connection = try SQLiteConnection(path: path, readOnly: false, alone: true)
    }

    /// Makes a new file with an empty schema.
    init(draft path: String) throws(DatabaseError) {
        connection = try SQLiteConnection(path: path, readOnly: false, alone: true)
        try connection.apply(Migration.all)
    }

    func appliedMigrations() throws(DatabaseError) -> [Int: String] { try connection.appliedMigrations() }

    func tables() throws(DatabaseError) -> [CopyTable] {
        let names = try texts(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' AND name <> 'schema_versions'",
            []
        )
        var tables: [CopyTable] = []
        for name in names {
            tables.append(
                CopyTable(
                    name: name,
                    columns: try texts("SELECT name FROM pragma_table_info($1) ORDER BY cid", [.text(name)]),
                    key: try texts("SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk", [.text(name)]),
                    references: try Set(texts("SELECT \"table\" FROM pragma_foreign_key_list($1)", [.text(name)]))
                )
            )
        }
        return tables
    }

    func readRows(of table: CopyTable, _ row: ([DatabaseValue]) throws(DatabaseError) -> Void) throws(DatabaseError) {
        let statement = try connection.prepared(table.selection)
        try statement.start([])
        defer { statement.finish() }
        while try statement.step() { try row(table.columns.indices.map(statement.value)) }
    }

    func writeRows(of table: CopyTable, _ source: (([DatabaseValue]) throws(DatabaseError) -> Void) throws(DatabaseError) -> Void)
        throws(DatabaseError)
    {
        let places = table.columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let insertion = try connection.prepared("INSERT INTO \(table.quotedName) (\(table.columnList)) VALUES (\(places))")
        var written = 0
        try connection.execute("BEGIN IMMEDIATE")
        do {
            try source { (values) throws(DatabaseError) in
                try insertion.start(values)
                defer { insertion.finish() }
                _ = try insertion.step()
                written += 1
                if written % SQLiteCopySide.chunk == 0 { try commitAndGoOn() }
            }
            try connection.execute("COMMIT")
        } catch {
            connection.rollBack()
            throw error
        }
    }

    /// SQLite numbers a new row after the highest that is there.
    func finish(_ tables: [CopyTable]) throws(DatabaseError) {
        try connection.execute("ANALYZE")
        _ = try connection.checkpoint(.truncate)
    }

    private func commitAndGoOn() throws(DatabaseError) {
        try connection.execute("COMMIT")
        _ = try connection.checkpoint(.truncate)
        try connection.execute("BEGIN IMMEDIATE")
    }

    private func texts(_ sql: StaticString, _ values: [DatabaseValue]) throws(DatabaseError) -> [String] {
        let statement = try connection.started(sql, values)
        defer { statement.finish() }
        var texts: [String] = []
        while try statement.step() {
            if case .text(let text) = statement.value(0) { texts.append(text) }
        }
        return texts
    }
}
