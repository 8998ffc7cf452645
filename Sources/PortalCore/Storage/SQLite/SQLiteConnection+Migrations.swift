extension SQLiteConnection {
    /// Runs the migrations that this file has not had, each in its own transaction. Run twice, it does nothing the second time.
    ///
    /// - Throws: `DatabaseError.newerSchema` when a newer program has already changed the file.
    func apply(_ migrations: [Migration]) throws(DatabaseError) {
        try execute("CREATE TABLE IF NOT EXISTS schema_versions (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")
        try Migration.check(appliedMigrations(), within: migrations)
        for migration in migrations.sorted(by: { $0.number < $1.number }) { try apply(migration) }
    }

    private func apply(_ migration: Migration) throws(DatabaseError) {
        try execute("BEGIN IMMEDIATE")
        do {
            // Asked inside the transaction: another process may be opening the same file.
            if try !appliedMigrations().contains(migration.number) {
                for statement in migration.statements { try run(script: SQLDialect.sqlite.migration(statement)) }
                try execute("INSERT INTO schema_versions (number, name) VALUES ($1, $2)", [.integer(Int64(migration.number)), .text(migration.name)])
            }
            try execute("COMMIT")
        } catch {
            rollBack()
            throw error
        }
    }

    /// The numbers of the migrations that the file has had; none when it is empty.
    func appliedMigrations() throws(DatabaseError) -> Set<Int> {
        let table = try started("SELECT 1 FROM sqlite_schema WHERE name = 'schema_versions'", [])
        defer { table.finish() }
        guard try table.step() else { return [] }
        let statement = try started("SELECT number FROM schema_versions", [])
        defer { statement.finish() }
        var numbers: Set<Int> = []
        while try statement.step() {
            if case .integer(let number) = statement.value(0) { numbers.insert(Int(number)) }
        }
        return numbers
    }
}
