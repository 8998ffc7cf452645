import CSQLite

/// A prepared statement. `$1`, `$2` are the first and second value, however often and in whatever order the text names them.
final class SQLiteStatement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    /// For each parameter of SQLite, in its order, which of the values it takes.
    private let sources: [Int]
    private let valueCount: Int
    /// Whether its rows are being read: it cannot serve a second query meanwhile.
    private(set) var isRunning = false

    /// Whether it leaves the database as it was.
    var isReadOnly: Bool { sqlite3_stmt_readonly(handle) != 0 }

    init(_ sql: String, on connection: OpaquePointer) throws(DatabaseError) {
        var handle: OpaquePointer?
        var isWhole = true
        let status = sql.withCString { text in
            var rest: UnsafePointer<CChar>?
            defer { isWhole = rest.map { $0.pointee == 0 } ?? true }
            return sqlite3_prepare_v3(connection, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, &rest)
        }
        guard status == SQLITE_OK else { throw DatabaseError(sqlite: status, on: connection) }
        guard let handle else { throw DatabaseError.other("empty statement: \(sql)") }
        self.handle = handle
        self.connection = connection
        sources = try SQLiteStatement.sources(of: handle, sql)
        valueCount = (sources.max() ?? -1) + 1
        guard isWhole else { throw DatabaseError.other("more than one statement: \(sql)") }
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Gives the values and makes it ready to step. The caller must `finish()` afterwards.
    func start(_ values: [DatabaseValue]) throws(DatabaseError) {
        guard values.count == valueCount else {
            throw DatabaseError.other("\(valueCount) values expected, \(values.count) given: \(String(cString: sqlite3_sql(handle)))")
        }
        for value in values { try value.checkStorable() }
        isRunning = true
        for (position, source) in sources.enumerated() {
            let status = bind(values[source], at: Int32(position + 1))
            guard status == SQLITE_OK else {
                finish()
                throw DatabaseError(sqlite: status, on: connection)
            }
        }
    }

    /// Goes to the next row; false after the last one.
    func step() throws(DatabaseError) -> Bool {
        let status = sqlite3_step(handle)
        switch status {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw DatabaseError(sqlite: status, on: connection)
        }
    }

    /// Forgets the rows and the values, so that it can start again.
    func finish() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        isRunning = false
    }

    private func bind(_ value: DatabaseValue, at position: Int32) -> Int32 {
        // SQLite copies the bytes before the call returns.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: return sqlite3_bind_null(handle, position)
        case .integer(let number): return sqlite3_bind_int64(handle, position, number)
        case .blob(let bytes) where bytes.isEmpty: return sqlite3_bind_zeroblob(handle, position, 0)
        case .blob(let bytes): return sqlite3_bind_blob64(handle, position, bytes, UInt64(bytes.count), copied)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    guard let start = $0.baseAddress else { return sqlite3_bind_text(handle, position, "", 0, copied) }
                    return sqlite3_bind_text64(handle, position, start, UInt64($0.count), copied, UInt8(SQLITE_UTF8))
                }
            }
        }
    }

    private static func sources(of handle: OpaquePointer, _ sql: String) throws(DatabaseError) -> [Int] {
        var sources: [Int] = []
        for position in 0..<sqlite3_bind_parameter_count(handle) {
            guard let name = sqlite3_bind_parameter_name(handle, position + 1), let number = Int(String(cString: name).dropFirst()), number > 0
            else { throw DatabaseError.other("parameters are written $1, $2: \(sql)") }
            sources.append(number - 1)
        }
        return sources
    }
}

/// The row that the statement stands on, decoded column by column on demand.
extension SQLiteStatement: RowCursor {
    func value(_ column: Int) -> DatabaseValue {
        let column = Int32(clamping: column)
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER:
            return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_TEXT:
            // The pointer is asked before the length: the order that SQLite's documentation gives.
            let start = sqlite3_column_text(handle, column)
            let count = Int(sqlite3_column_bytes(handle, column))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(handle, column)
            let count = Int(sqlite3_column_bytes(handle, column))
            return .blob([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
        default:
            return .null
        }
    }

    func name(_ column: Int) -> String {
        let index = Int32(clamping: column)
        if let table = sqlite3_column_table_name(handle, index), let origin = sqlite3_column_origin_name(handle, index) {
            return "\(String(cString: table)).\(String(cString: origin))"
        }
        guard let name = sqlite3_column_name(handle, index) else { return "column \(column)" }
        return String(cString: name)
    }
}

extension DatabaseError {
    /// The error that a connection has just met.
    init(sqlite code: Int32, on connection: OpaquePointer?) {
        self.init(sqlite: code, message: connection.flatMap(sqlite3_errmsg).map { String(cString: $0) } ?? "SQLite")
    }
}
