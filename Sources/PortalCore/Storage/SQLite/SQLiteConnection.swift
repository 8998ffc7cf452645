import CSQLite
import Glibc

/// One connection to a database file, with the statements that it has prepared.
///
/// Unchecked: a connection belongs to one thread at a time, the writer's own or the one that took it from the readers.
final class SQLiteConnection: EngineConnection, @unchecked Sendable {
    let handle: OpaquePointer
    /// The address of a literal is its name: no text is hashed to find a statement again.
    private var statements: [UnsafePointer<UInt8>: SQLiteStatement] = [:]
    /// Pages in the write-ahead log after the last commit.
    private(set) var logPages = 0

    /// Opens a file for reading and writing, creating it for its owner alone, or for reading only.
    ///
    /// - Parameter alone: nobody else may have the file open, now or until this connection is gone; `retry` when somebody has.
    init(path: String, readOnly: Bool, alone: Bool = false) throws(DatabaseError) {
        _ = SQLiteConnection.settings
        if !readOnly { SQLiteConnection.createPrivately(path) }
        var handle: OpaquePointer?
        let access = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let status = sqlite3_open_v2(path, &handle, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard status == SQLITE_OK, let handle else {
            let error = DatabaseError(sqlite: status, on: handle)
            sqlite3_close_v2(handle)
            throw error
        }
        self.handle = handle
        sqlite3_busy_timeout(handle, alone ? 200 : 5000)
        if alone { try run(script: "PRAGMA locking_mode = EXCLUSIVE") }
        try prepareForUse(readOnly: readOnly)
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(handle)
    }

    /// No memory statistics, and no file made for each request of a group to put its savepoint back from: some thirty pages are kept in memory,
    /// more than most requests change (SQLite keeps fifteen).
    ///
    /// Never 131,072 bytes or more: what has grown too large goes to its file in one piece, of which SQLite 3.40 writes no more than that at
    /// once, and a rest that is a multiple of it looks like a full disk.
    static let settings: Void = {
        _ = csqlite_stop_memory_statistics()
        _ = csqlite_keep_savepoints_in_memory(128_000)
    }()

    /// Families' data is for the service alone, whatever the umask. An existing file is not touched: to open and close it here would drop
    /// the locks that this process holds on it.
    private static func createPrivately(_ path: String) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
    }

    private func prepareForUse(readOnly: Bool) throws(DatabaseError) {
        try run(script: "PRAGMA mmap_size = 0; PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON")
        if readOnly { return try run(script: "PRAGMA query_only = ON") }
        // What is acknowledged survives a power cut: the log is synced at each commit.
        try run(script: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        guard try text(of: "PRAGMA journal_mode") == "wal" else {
            throw DatabaseError.other("this file system allows no write-ahead log")
        }
        // Replaces SQLite's own checkpoints, which would run inside a commit.
        sqlite3_wal_hook(
            handle,
            { context, _, _, pages in
                if let context { Unmanaged<SQLiteConnection>.fromOpaque(context).takeUnretainedValue().logPages = Int(pages) }
                return SQLITE_OK
            },
            Unmanaged.passUnretained(self).toOpaque()
        )
    }

    /// Runs statements that give no rows. The text is the program's own, never a user's.
    func run(script: String) throws(DatabaseError) {
        let status = sqlite3_exec(handle, script, nil, nil, nil)
        guard status == SQLITE_OK else { throw DatabaseError(sqlite: status, on: handle) }
    }

    private func text(of sql: StaticString) throws(DatabaseError) -> String? {
        let statement = try started(sql, [])
        defer { statement.finish() }
        guard try statement.step(), case .text(let text) = statement.value(0) else { return nil }
        return text
    }

    /// Runs a statement to its end; the number of rows that it changed.
    @discardableResult
    func execute(_ sql: StaticString, _ values: [DatabaseValue] = []) throws(DatabaseError) -> Int {
        let statement = try started(sql, values)
        defer { statement.finish() }
        while try statement.step() {}
        return statement.isReadOnly ? 0 : Int(sqlite3_changes64(handle))
    }

    /// A statement that is not a literal, for once: a copy of a table. The text is the program's own.
    func prepared(_ text: String) throws(DatabaseError) -> SQLiteStatement { try SQLiteStatement(text, on: handle) }

    /// A statement with its values, ready for its first step. The caller finishes it.
    func started(_ sql: StaticString, _ values: [DatabaseValue]) throws(DatabaseError) -> SQLiteStatement {
        let statement: SQLiteStatement
        if let known = statements[sql.utf8Start], !known.isRunning {
            statement = known
        } else {
            statement = try SQLiteStatement(SQLDialect.sqlite.spelled(sql.description), on: handle)
            // While the known one's rows are being read, the same query inside it has one of its own.
            if statements[sql.utf8Start] == nil { statements[sql.utf8Start] = statement }
        }
        try statement.start(values)
        return statement
    }

    /// One writer at a time: there is nothing to lock.
    func lock(_ locks: [NamedLock]) {}

    /// Whether a transaction is open. Some errors end one on their own.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Ends the open transaction, if there is one, as if it had not been.
    func rollBack() {
        if isInTransaction { _ = try? execute("ROLLBACK") }
    }

    /// What another program holds is refused at once from here on.
    func waitNoMore() { sqlite3_busy_timeout(handle, 0) }

    /// How a checkpoint treats those who still read the log.
    enum Checkpoint {
        /// Copies what it can and waits for nobody.
        case passive
        /// Waits for readers of the log's old pages, so that the next commit starts the log anew.
        case restart
        /// The same, and the log's file is emptied.
        case truncate
    }

    /// Copies the log's pages into the database file; how many the log had if all of them went, nil if not.
    @discardableResult
    func checkpoint(_ kind: Checkpoint) throws(DatabaseError) -> Int? {
        let mode =
            switch kind {
            case .passive: SQLITE_CHECKPOINT_PASSIVE
            case .restart: SQLITE_CHECKPOINT_RESTART
            case .truncate: SQLITE_CHECKPOINT_TRUNCATE
            }
        var inLog: Int32 = 0
        var copied: Int32 = 0
        let status = sqlite3_wal_checkpoint_v2(handle, nil, mode, &inLog, &copied)
        if status & 0xff == SQLITE_BUSY { return nil }
        guard status == SQLITE_OK else { throw DatabaseError(sqlite: status, on: handle) }
        guard inLog == copied else { return nil }
        logPages = 0
        return Int(inLog)
    }
}
