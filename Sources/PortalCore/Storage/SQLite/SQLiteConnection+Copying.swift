import CSQLite

extension SQLiteConnection {
    /// Begins a read transaction that stands at the last commit from here on.
    func beginSnapshot() throws(DatabaseError) {
        try execute("BEGIN")
        // The snapshot is taken by the first read.
        try execute("SELECT count(*) FROM schema_versions")
    }

    /// Copies the whole database, as this connection's snapshot sees it, into a new file. Others may go on writing.
    func copy(to path: String) throws(DatabaseError) {
        var target: OpaquePointer?
        let status = sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, nil)
        defer { sqlite3_close_v2(target) }
        guard status == SQLITE_OK, let target else { throw DatabaseError(sqlite: status, on: target) }
        guard let backup = sqlite3_backup_init(target, "main", handle, "main") else {
            throw DatabaseError(sqlite: sqlite3_extended_errcode(target), on: target)
        }
        // In one step: one snapshot, and no beginning again when somebody writes.
        let copied = sqlite3_backup_step(backup, -1)
        let finished = sqlite3_backup_finish(backup)
        guard copied == SQLITE_DONE, finished == SQLITE_OK else { throw DatabaseError(sqlite: finished, on: target) }
    }

    /// What SQLite finds wrong with the file, one sentence each: every page, index and foreign key is read.
    func faults() throws(DatabaseError) -> [String] {
        try texts(of: "PRAGMA integrity_check").filter { $0 != "ok" } + texts(of: "SELECT \"table\" || ' : ' || parent FROM pragma_foreign_key_check")
    }

    private func texts(of sql: StaticString) throws(DatabaseError) -> [String] {
        let statement = try started(sql, [])
        defer { statement.finish() }
        var texts: [String] = []
        while try statement.step() {
            if case .text(let text) = statement.value(0) { texts.append(text) }
        }
        return texts
    }
}
