extension SQLiteConnection {
    /// Runs the migrations that this file has not had, each in its own transaction. Run twice, it does nothing the second time.
    ///
    /// - Throws: `DatabaseError.other` when a newer program has already changed the file.
    func apply(_ migrations: [Migration]) throws(DatabaseError) {
        try execute("CREATE TABLE IF NOT EXISTS schema_versions (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")
        if let newest = try appliedMigrations().max(), newest > migrations.map(\.number).max() ?? 0 {
            throw DatabaseError.other("the schema has version \(newest), which this program does not know")
        }
        for migration in migrations.sorted(by: { $0.number < $1.number }) { try apply(migration) }
    }

    private func apply(_ migration: Migration) throws(DatabaseError) {
        try execute("BEGIN IMMEDIATE")
        do {
            // Asked inside the transaction: another process may be opening the same file.
            if try !appliedMigrations().contains(migration.number) {
                for statement in migration.statements { try run(script: statement.spelledForSQLite) }
                try execute("INSERT INTO schema_versions (number, name) VALUES ($1, $2)", [.integer(Int64(migration.number)), .text(migration.name)])
            }
            try execute("COMMIT")
        } catch {
            rollBack()
            throw error
        }
    }

    private func appliedMigrations() throws(DatabaseError) -> Set<Int> {
        let statement = try started("SELECT number FROM schema_versions", [])
        defer { statement.finish() }
        var numbers: Set<Int> = []
        while try statement.step() {
            if case .integer(let number) = statement.value(0) { numbers.insert(Int(number)) }
        }
        return numbers
    }
}

extension String {
    /// A migration's statement in SQLite's words.
    fileprivate var spelledForSQLite: String {
        if hasPrefix(String.appendOnly) { return String.appendOnlyTriggers(on: String(dropFirst(String.appendOnly.count))) }
        let words = [
            ("{id}", "INTEGER PRIMARY KEY"), ("{int}", "INTEGER"), ("{text}", "TEXT"), ("{blob}", "BLOB"),
            ("{strict}", "STRICT"), ("{clustered}", "STRICT, WITHOUT ROWID"),
        ]
        return words.reduce(self) { $0.replacing($1.0, with: $1.1) }
    }

    private static let appendOnly = "{append_only} "

    private static func appendOnlyTriggers(on table: String) -> String {
        ["UPDATE", "DELETE"].map { change in
            """
            CREATE TRIGGER \(table)_refuses_\(change.lowercased()) BEFORE \(change) ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
            """
        }.joined()
    }
}
