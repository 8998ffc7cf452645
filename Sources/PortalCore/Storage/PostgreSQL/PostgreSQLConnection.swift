import CPostgreSQL
import Glibc

/// One connection to a portal's schema, with the statements that it has prepared.
///
/// Unchecked: a connection belongs to one thread at a time, the one that took it from the pool.
final class PostgreSQLConnection: EngineConnection, @unchecked Sendable {
    let handle: OpaquePointer
    let schema: String
    /// What each constraint is about, by its name, for errors.
    var constraints: [String: String] = [:]
    /// The address of a literal is its name, as in SQLite.
    private var statements: [UnsafePointer<UInt8>: PostgreSQLStatement] = [:]
    private var prepared = 0
    /// The last write that was sent to be committed here; nil as long as it has only read.
    var write: NumberedWrite?
    /// The server has gone away from it.
    private var isLost = false

    /// Connects. Blocks its thread for five seconds at most, unless the address says otherwise.
    ///
    /// - Parameter isAlone: nobody else may be connected to the schema, now or until this connection is gone.
    /// - Throws: `DatabaseError.unreachable`; `DatabaseError.retry` when somebody is there who may not be.
    init(_ address: PostgreSQLAddress, isAlone: Bool = false) throws(DatabaseError) {
        // What comes later wins: the address may set anything but its own first word.
        let settings = [
            ("connect_timeout", "5"), ("tcp_user_timeout", "30000"), ("application_name", "portail-famille"),
            ("dbname", address.uri), ("client_encoding", "UTF8"),
        ]
        let handle = PostgreSQLConnection.connect(settings)
        guard let handle, PQstatus(handle) == CONNECTION_OK else {
            let error = DatabaseError.unreachable(handle)
            PQfinish(handle)
            throw error
        }
        self.handle = handle
        schema = address.schema
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try prepareForUse()
        try enter(isAlone: isAlone)
    }

    deinit {
        PQfinish(handle)
    }

    private static func connect(_ settings: [(name: String, value: String)]) -> OpaquePointer? {
        var names: [UnsafeMutablePointer<CChar>?] = []
        var values: [UnsafeMutablePointer<CChar>?] = []
        defer { for text in names + values { free(text) } }
        for setting in settings {
            names.append(strdup(setting.name))
            values.append(strdup(setting.value))
        }
        return PQconnectdbParams(names.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
    }

    /// What is acknowledged is on the disk whatever the server's default, no statement holds a thread for long, and no dead process its locks.
    private func prepareForUse() throws(DatabaseError) {
        try run(
            script: """
                SET search_path TO \(schema); SET client_min_messages TO warning; SET statement_timeout TO '15s'; SET lock_timeout TO '10s';
                SET idle_in_transaction_session_timeout TO '60s';
                SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
                """
        )
    }

    /// Everybody who works on the schema shares a lock until its connection ends; who moves it to another place has the lock alone.
    private func enter(isAlone: Bool) throws(DatabaseError) {
        let rows = try rows(script: "SELECT pg_try_advisory_lock\(isAlone ? "" : "_shared")(hashtextextended('\(schema)/use', 0))")
        guard rows.step(), rows.value(0) == .integer(1) else { throw .retry("the schema \(schema) is in use") }
    }

    /// Whether the server still answered when last asked.
    var isAlive: Bool { !isLost && PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE }

    /// Runs statements whose rows nobody needs. The text is the program's own, never a user's.
    func run(script: String) throws(DatabaseError) {
        let result = PQexec(handle, script)
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return
        default: throw refusal(result)
        }
    }

    @discardableResult
    func execute(_ sql: StaticString, _ values: [DatabaseValue] = []) throws(DatabaseError) -> Int {
        let (result, _) = try answer(sql, values)
        defer { PQclear(result) }
        guard let command = PQcmdStatus(result), !String(cString: command).hasPrefix("SELECT"), let count = PQcmdTuples(result) else { return 0 }
        return Int(String(cString: count)) ?? 0
    }

    func started(_ sql: StaticString, _ values: [DatabaseValue]) throws(DatabaseError) -> PostgreSQLRows {
        let (result, statement) = try answer(sql, values)
        return PostgreSQLRows(result, statement.columns, from: self)
    }

    /// Advisory locks are the whole database's: the schema is part of the name. All in one message to the server.
    func lock(_ locks: [NamedLock]) throws(DatabaseError) {
        guard !locks.isEmpty else { return }
        let names = locks.map { "\($0.isShared ? "+" : "=")\(schema)/\($0.name)" }
        try execute(
            """
            SELECT count(CASE WHEN left(name, 1) = '+' THEN CAST(pg_advisory_xact_lock_shared(hashtextextended(substr(name, 2), 0)) AS TEXT)
                ELSE CAST(pg_advisory_xact_lock(hashtextextended(substr(name, 2), 0)) AS TEXT) END)
            FROM unnest(string_to_array($1, chr(10))) name
            """,
            [.text(names.joined(separator: "\n"))]
        )
    }

    /// Ends the open transaction, if there is one, as if it had not been.
    func rollBack() {
        if !isLost, PQstatus(handle) == CONNECTION_OK, PQtransactionStatus(handle) != PQTRANS_IDLE { try? run(script: "ROLLBACK") }
    }

    /// Makes the transaction durable.
    ///
    /// - Parameter last: statements that still belong to it.
    /// - Throws: `DatabaseError.uncertain` when the connection is lost before the server has answered.
    func commit(after last: String = "") throws(DatabaseError) {
        let result = PQexec(handle, last + "COMMIT")
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else {
            let error = refusal(result)
            if case .unreachable(let text) = error { throw .uncertain(text) }
            throw error
        }
        guard let command = PQcmdStatus(result), String(cString: command) == "COMMIT" else { throw .other("COMMIT rolled back") }
    }

    private func answer(_ sql: StaticString, _ values: [DatabaseValue]) throws(DatabaseError) -> (OpaquePointer, PostgreSQLStatement) {
        let statement = try statement(sql, for: values)
        let result = run(statement, values)
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
            guard let result else { throw .other("no answer") }
            return (result, statement)
        default:
            defer { PQclear(result) }
            throw refusal(result)
        }
    }

    /// The prepared statement of a literal; prepared anew when the values are of other types than before.
    private func statement(_ sql: StaticString, for values: [DatabaseValue]) throws(DatabaseError) -> PostgreSQLStatement {
        for value in values { try value.checkStorable() }
        let types: [Oid]
        if let known = statements[sql.utf8Start], known.parameters.count == values.count {
            guard let others = known.otherTypes(for: values) else { return known }
            types = others
        } else {
            types = values.map { PostgreSQLType.sent($0) ?? PostgreSQLType.unknown }
        }
        let statement = try prepare(sql, types)
        statements[sql.utf8Start] = statement
        return statement
    }

    private func prepare(_ sql: StaticString, _ types: [Oid]) throws(DatabaseError) -> PostgreSQLStatement {
        let text = SQLDialect.postgreSQL.spelled(sql.description)
        let expected = PostgreSQLStatement.valueCount(text)
        guard expected == types.count else { throw .other("\(expected) values expected, \(types.count) given: \(sql)") }
        prepared += 1
        let name = "s\(prepared)"
        try check(PQprepare(handle, name, text, Int32(types.count), types))
        let description = PQdescribePrepared(handle, name)
        defer { PQclear(description) }
        guard PQresultStatus(description) == PGRES_COMMAND_OK else { throw refusal(description) }
        var columns: [PostgreSQLColumn] = []
        for index in 0..<PQnfields(description) {
            guard let column = PostgreSQLColumn(PQftype(description, index)) else {
                throw .other("column \(index) has a type that only PostgreSQL knows, CAST it: \(sql)")
            }
            columns.append(column)
        }
        return PostgreSQLStatement(name: name, parameters: (0..<PQnparams(description)).map { PQparamtype(description, $0) }, columns: columns)
    }

    /// Sends the values in binary, and asks for the rows in binary.
    private func run(_ statement: PostgreSQLStatement, _ values: [DatabaseValue]) -> OpaquePointer? {
        var bytes: [UInt8] = []
        // A value's bytes begin where the one before ends; a zero at the end, so that an empty last one has an address too.
        let lengths = values.map { $0.append(to: &bytes) }
        bytes.append(0)
        let formats = [Int32](repeating: 1, count: values.count)
        return bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { buffer in
                var next = buffer.baseAddress
                let starts = lengths.map { length -> UnsafePointer<CChar>? in
                    guard let length, let start = next else { return nil }
                    next = start + length
                    return start
                }
                return PQexecPrepared(handle, statement.name, Int32(values.count), starts, lengths.map { Int32($0 ?? 0) }, formats, 1)
            }
        }
    }

    private func check(_ result: OpaquePointer?) throws(DatabaseError) {
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw refusal(result) }
    }

    /// The error that a statement has just met.
    func refusal(_ result: OpaquePointer?) -> DatabaseError {
        let error = DatabaseError(postgreSQL: result, on: handle, constraints)
        if case .unreachable = error { isLost = true }
        return error
    }
}
