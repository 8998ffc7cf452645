import CSQLite
import PortalCore

/// The same statements through SQLite's C API and nothing else: one connection, one loop, statements prepared once.
final class RawSQLite {
    private var handle: OpaquePointer?
    private var statements: [UnsafePointer<UInt8>: Prepared] = [:]

    private struct Prepared {
        let handle: OpaquePointer
        /// Where SQLite has put `$1`, `$2`.
        let positions: [Int32]
    }

    /// With the pragmas of the portal's writer.
    init(path: String) throws {
        guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK else { throw failure() }
        for pragma in ["journal_mode = WAL", "synchronous = FULL", "mmap_size = 0", "trusted_schema = OFF", "foreign_keys = ON"] {
            try run("PRAGMA \(pragma)")
        }
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement.handle) }
        sqlite3_close_v2(handle)
    }

    func run(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
    }

    /// The transactions of a tape, so many in each commit.
    func replay(_ transactions: ArraySlice<[StatementTape.Statement]>, perCommit: Int) throws {
        for start in stride(from: transactions.startIndex, to: transactions.endIndex, by: perCommit) {
            try step(prepared("BEGIN IMMEDIATE"), columns: 0)
            for statement in transactions[start..<min(start + perCommit, transactions.endIndex)].joined() {
                let prepared = try prepared(statement.sql)
                for (position, value) in zip(prepared.positions, statement.values) { bind(value, at: position, of: prepared.handle) }
                try step(prepared, columns: Int32(statement.columns ?? 0))
            }
            try step(prepared("COMMIT"), columns: 0)
        }
    }

    /// The rows of a query of two columns, a text and a number.
    func pairs(_ sql: String) throws -> [(String, Int)] {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure() }
        defer { sqlite3_finalize(statement) }
        var pairs: [(String, Int)] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            let text = sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? ""
            pairs.append((text, Int(sqlite3_column_int64(statement, 1))))
        }
        return pairs
    }

    private func prepared(_ sql: StaticString) throws -> Prepared {
        if let known = statements[sql.utf8Start] { return known }
        var statement: OpaquePointer?
        let status = sqlite3_prepare_v3(handle, "\(sql)", -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard status == SQLITE_OK, let statement else { throw failure() }
        let positions = (0..<sqlite3_bind_parameter_count(statement)).map { sqlite3_bind_parameter_index(statement, "$\($0 + 1)") }
        let prepared = Prepared(handle: statement, positions: positions)
        statements[sql.utf8Start] = prepared
        return prepared
    }

    private func step(_ prepared: Prepared, columns: Int32) throws {
        let statement = prepared.handle
        defer { sqlite3_reset(statement) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: for column in 0..<columns { read(column, of: statement) }
            case SQLITE_DONE: return
            default: throw failure()
            }
        }
    }

    private func read(_ column: Int32, of statement: OpaquePointer) {
        if sqlite3_column_type(statement, column) == SQLITE_INTEGER {
            _ = sqlite3_column_int64(statement, column)
        } else {
            _ = sqlite3_column_blob(statement, column)
            _ = sqlite3_column_bytes(statement, column)
        }
    }

    private func bind(_ value: DatabaseValue, at position: Int32, of statement: OpaquePointer) {
        // SQLite copies the bytes before the call returns.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: sqlite3_bind_null(statement, position)
        case .integer(let number): sqlite3_bind_int64(statement, position, number)
        case .blob(let bytes): sqlite3_bind_blob64(statement, position, bytes, UInt64(bytes.count), copied)
        case .text(let text): sqlite3_bind_text(statement, position, text, Int32(text.utf8.count), copied)
        }
    }

    private func failure() -> BenchmarkFailure { BenchmarkFailure(String(cString: sqlite3_errmsg(handle))) }
}
