extension SQLiteConnection {
    /// Runs the migrations that this file has not had, each in its own transaction. Run twice, it does nothing the second time.
    ///
    /// - Throws: `DatabaseError.newerSchema` or `.otherSchema` when another program has already changed the file.
    func apply(_ migrations: [Migration]) throws(DatabaseError) {
        try execute("CREATE TABLE IF NOT EXISTS schema_versions (number INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL) STRICT")
        try Migration.check(appliedMigrations(), within: migrations)
        for migration in migrations.sorted(by: { $0.number < $1.number }) { try apply(migration) }
    }

    private func apply(_ migration: Migration) throws(DatabaseError) {
        try execute("BEGIN IMMEDIATE")
        do {
            // Asked inside the transaction: another process may be opening the same file.
            if try appliedMigrations()[migration.number] == nil {
                for statement in migration.statements { try run(script: SQLDialect.sqlite.migration(statement)) }
                try execute(
                    "INSERT INTO schema_versions (number, name, digest) VALUES ($1, $2, $3)",
                    [.integer(Int64(migration.number)), .text(migration.name), .text(migration.digest)]
                )
            }
            try execute("COMMIT")
        } catch {
            rollBack()
            throw error
        }
    }

    /// The digests of the migrations that the file has had, by number; none when it is empty.
    func appliedMigrations() throws(DatabaseError) -> [Int: String] {
        let table = try started("SELECT 1 FROM sqlite_schema WHERE name = 'schema_versions'", [])
        defer { table.finish() }
        guard try table.step() else { return [:] }
        let statement = try started("SELECT number, digest FROM schema_versions", [])
        defer { statement.finish() }
        var digests: [Int: String] = [:]
        while try statement.step() {
            if case .integer(let number) = statement.value(0), case .text(let digest) = statement.value(1) { digests[Int(number)] = digest }
        }
        return digests
    }
}
