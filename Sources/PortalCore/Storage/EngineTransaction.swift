/// What a transaction asks of an engine's connection.
protocol EngineConnection: AnyObject {
    associatedtype Cursor: RowCursor

    /// Runs a statement to its end; the number of rows that it changed.
    @discardableResult
    func execute(_ sql: StaticString, _ values: [DatabaseValue]) throws(DatabaseError) -> Int

    /// A query with its values, ready for its first step. The caller finishes it.
    func started(_ sql: StaticString, _ values: [DatabaseValue]) throws(DatabaseError) -> Cursor

    /// Holds names until the transaction ends; who asks for the same ones waits.
    func lock(_ locks: [NamedLock]) throws(DatabaseError)
}

/// The rows of an answer, one after the other: it is the row that it stands on.
protocol RowCursor: Row {
    /// Goes to the next row; false after the last one.
    func step() throws(DatabaseError) -> Bool
    func finish()
}

/// The statements of one read or one write, on the connection that runs it.
///
/// A refused statement ends it, in both engines: the body may translate the error, but not go on as if nothing had happened.
final class EngineTransaction<Connection: EngineConnection>: Transaction {
    private let connection: Connection
    private var isOver = false
    /// The first error of the engine, which the transaction cannot survive.
    private(set) var failure: DatabaseError?

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// Runs the body, and refuses any statement that comes after it.
    ///
    /// - Throws: what the body throws, or the error that it passed over.
    func run<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        defer { isOver = true }
        let result = try body(self)
        if let failure { throw failure }
        return result
    }

    @discardableResult
    func execute(_ sql: StaticString, values: [DatabaseValue]) throws(DatabaseError) -> Int {
        try checkOpen()
        do { return try connection.execute(sql, values) } catch { throw failed(error) }
    }

    func query<Value>(_ sql: StaticString, values: [DatabaseValue], _ decode: (any Row) throws -> Value) throws -> [Value] {
        try checkOpen()
        let cursor: Connection.Cursor
        do { cursor = try connection.started(sql, values) } catch { throw failed(error) }
        defer { cursor.finish() }
        var rows: [Value] = []
        while try next(cursor) { rows.append(try decode(cursor)) }
        return rows
    }

    func lock(_ locks: [NamedLock]) throws(DatabaseError) {
        try checkOpen()
        do { try connection.lock(locks) } catch { throw failed(error) }
    }

    private func next(_ cursor: Connection.Cursor) throws(DatabaseError) -> Bool {
        do { return try cursor.step() } catch { throw failed(error) }
    }

    private func failed(_ error: DatabaseError) -> DatabaseError {
        if failure == nil { failure = error }
        return error
    }

    private func checkOpen() throws(DatabaseError) {
        if isOver { throw DatabaseError.other("a statement after the end of its transaction") }
        if let failure { throw failure }
    }
}
