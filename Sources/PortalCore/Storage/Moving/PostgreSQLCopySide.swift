/// A portal's schema on a PostgreSQL server as one end of a copy.
final class PostgreSQLCopySide: CopySide {
    private let connection: PostgreSQLConnection

    /// Rows fetched at once.
    private static let page = 2000

    /// Takes a schema for itself: no process has a connection to it, and none can make one until this value is gone.
    ///
    /// - Throws: `DatabaseError.retry` when somebody else works on it.
    init(alone address: PostgreSQLAddress) throws(DatabaseError) {
        connection = try PostgreSQLConnection(address, isAlone: true)
        // A large table takes longer than a page's statement may.
        try connection.run(script: "SET statement_timeout TO 0; SET idle_in_transaction_session_timeout TO 0")
    }

    /// Makes an empty schema, in place of nothing, of an empty one or of a copy that was not finished.
    ///
    /// - Throws: `DatabaseError.unique` when the schema holds something else.
    convenience init(draft address: PostgreSQLAddress) throws(DatabaseError) {
        try self.init(alone: address)
        let mark = try connection.texts(
            "SELECT coalesce(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace WHERE nspname = $1",
            [.text(connection.schema)]
        ).first
        let tables = try connection.texts("SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = $1", [.text(connection.schema)])
        if let mark, mark == PostgreSQLCopySide.unfinished || tables.isEmpty {
            try connection.run(script: "DROP SCHEMA \(connection.schema) CASCADE")
        } else if mark != nil {
            throw .unique(connection.schema)
        }
        try connection.transaction { () throws(DatabaseError) in
            try connection.run(script: "CREATE SCHEMA \(connection.schema)")
            try connection.run(script: "COMMENT ON SCHEMA \(connection.schema) IS '\(PostgreSQLCopySide.unfinished)'")
        }
        try connection.apply(Migration.all)
    }

    private static let unfinished = "portail-famille: copie inachevée"

    func appliedMigrations() throws(DatabaseError) -> [Int: String] { try connection.appliedMigrations() }

    func tables() throws(DatabaseError) -> [CopyTable] {
        let names = try connection.texts(
            "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = $1 AND tablename <> 'schema_versions'",
            [.text(connection.schema)]
        )
        var tables: [CopyTable] = []
        for name in names {
            let place: [DatabaseValue] = [.text("\(connection.schema).\(name)")]
            tables.append(
                CopyTable(
                    name: name,
                    columns: try connection.texts(
                        """
                        SELECT CAST(attname AS TEXT) FROM pg_attribute
                        WHERE attrelid = CAST($1 AS regclass) AND attnum > 0 AND NOT attisdropped ORDER BY attnum
                        """,
                        place
                    ),
                    key: try connection.texts(
                        """
                        SELECT CAST(a.attname AS TEXT) FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                        WHERE i.indrelid = CAST($1 AS regclass) AND i.indisprimary ORDER BY array_position(CAST(i.indkey AS int2[]), a.attnum)
                        """,
                        place
                    ),
                    references: try Set(
                        connection.texts(
                            """
                            SELECT CAST(t.relname AS TEXT) FROM pg_constraint k JOIN pg_class t ON t.oid = k.confrelid
                            WHERE k.contype = 'f' AND k.conrelid = CAST($1 AS regclass)
                            """,
                            place
                        )
                    )
                )
            )
        }
        return tables
    }

    func readRows(of table: CopyTable, _ row: ([DatabaseValue]) throws(DatabaseError) -> Void) throws(DatabaseError) {
        try connection.run(script: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; DECLARE reading NO SCROLL CURSOR FOR \(table.selection)")
        defer { connection.rollBack() }
        while true {
            let rows = try connection.rows(script: "FETCH \(PostgreSQLCopySide.page) FROM reading")
            var count = 0
            while rows.step() {
                count += 1
                try row(table.columns.indices.map(rows.value))
            }
            if count < PostgreSQLCopySide.page { return }
        }
    }

    func writeRows(of table: CopyTable, _ source: (([DatabaseValue]) throws(DatabaseError) -> Void) throws(DatabaseError) -> Void)
        throws(DatabaseError)
    {
        try connection.copy(into: "\(table.quotedName) (\(table.columnList))", columns: table.columns.count, source)
    }

    func finish(_ tables: [CopyTable]) throws(DatabaseError) {
        let numbered = try connection.texts(
            """
            SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = CAST($1 AS regnamespace) AND c.relkind = 'r' AND a.attidentity <> ''
            """,
            [.text(connection.schema)]
        )
        for column in numbered {
            let (table, name) = column.split(at: ".")
            try connection.run(
                script: """
                    SELECT setval(pg_get_serial_sequence('\(connection.schema).\(table)', '\(name)'), max(\(name))) FROM \(table) HAVING max(\(name)) > 0
                    """
            )
        }
        try connection.run(script: tables.map { "ANALYZE \($0.quotedName)" }.joined(separator: "; "))
        try connection.run(script: "COMMENT ON SCHEMA \(connection.schema) IS 'portail-famille'")
    }

    /// Puts the schema aside under another name, which it tells.
    func setAside(as suffix: String) throws(DatabaseError) -> String {
        let name = "\(connection.schema.prefix(63 - suffix.utf8.count))\(suffix)"
        try connection.run(script: "ALTER SCHEMA \(connection.schema) RENAME TO \(name)")
        return name
    }
}

extension String {
    fileprivate func split(at separator: Character) -> (String, String) {
        let parts = split(separator: separator, maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.last ?? "")
    }
}
