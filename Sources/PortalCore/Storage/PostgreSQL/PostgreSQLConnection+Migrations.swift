extension PostgreSQLConnection {
    /// Makes the schema if it is not there and runs the migrations that it has not had, each in its own transaction. Processes that start together
    /// do it one after the other. Run twice, it does nothing the second time.
    ///
    /// - Throws: `DatabaseError.newerSchema` or `.otherSchema` when another program has already changed the schema.
    func apply(_ migrations: [Migration]) throws(DatabaseError) {
        let applied = try appliedMigrations()
        try Migration.check(applied, within: migrations)
        let pending = migrations.filter { applied[$0.number] == nil }
        guard !pending.isEmpty else { return }
        try transaction { () throws(DatabaseError) in
            // Asked first: to say IF NOT EXISTS takes the right to make it even when it is there.
            if try texts("SELECT CAST(nspname AS TEXT) FROM pg_namespace WHERE nspname = $1", [.text(schema)]).isEmpty {
                try run(script: "CREATE SCHEMA \(schema)")
            }
            try run(
                script:
                    "CREATE TABLE IF NOT EXISTS schema_versions (number BIGINT PRIMARY KEY, name TEXT COLLATE \"C\" NOT NULL, digest TEXT NOT NULL)"
            )
        }
        for migration in pending.sorted(by: { $0.number < $1.number }) {
            try transaction { () throws(DatabaseError) in
                // Asked once it is this process's turn: another one may have done it meanwhile.
                guard try appliedMigrations()[migration.number] == nil else { return }
                for statement in migration.statements { try run(script: SQLDialect.postgreSQL.migration(statement)) }
                try execute(
                    "INSERT INTO schema_versions (number, name, digest) VALUES ($1, $2, $3)",
                    [.integer(Int64(migration.number)), .text(migration.name), .text(migration.digest)]
                )
            }
        }
    }

    /// The digests of the migrations that the schema has had, by number; none where there is no schema.
    func appliedMigrations() throws(DatabaseError) -> [Int: String] {
        let tables = try started("SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'schema_versions'", [.text(schema)])
        guard tables.step() else { return [:] }
        let rows = try started("SELECT number, digest FROM schema_versions", [])
        var digests: [Int: String] = [:]
        while rows.step() {
            if case .integer(let number) = rows.value(0), case .text(let digest) = rows.value(1) { digests[Int(number)] = digest }
        }
        return digests
    }

    /// What each constraint and unique index is about: "closures.first_day, closures.last_day", or a condition. The engine's own errors name only them.
    func readConstraints() throws(DatabaseError) -> [String: String] {
        let rows = try started(
            """
            SELECT c.relname, string_agg(t.relname || '.' || a.attname, ', ' ORDER BY array_position(CAST(i.indkey AS int2[]), a.attnum))
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
            WHERE i.indisunique AND c.relnamespace = CAST($1 AS regnamespace) GROUP BY c.relname
            UNION ALL
            SELECT k.conname, t.relname || '.' || a.attname FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.conkey[1]
            WHERE k.contype = 'f' AND k.connamespace = CAST($1 AS regnamespace)
            UNION ALL
            SELECT conname, regexp_replace(pg_get_constraintdef(oid), '^CHECK \\(\\((.*)\\)\\)$', '\\1') FROM pg_constraint
            WHERE contype = 'c' AND connamespace = CAST($1 AS regnamespace)
            """,
            [.text(schema)]
        )
        var constraints: [String: String] = [:]
        while rows.step() {
            if case .text(let name) = rows.value(0), case .text(let meaning) = rows.value(1) { constraints[name] = meaning }
        }
        return constraints
    }

    /// Does something alone among the processes that migrate or move this schema, whole or not at all.
    func transaction(_ body: () throws(DatabaseError) -> Void) throws(DatabaseError) {
        try run(script: "BEGIN")
        do {
            try lock([.alone("schema")])
            try body()
            try commit()
        } catch {
            rollBack()
            throw error
        }
    }
}
