/// The statements of one read or one write, on the connection that runs it.
///
/// A refused statement ends it, as in PostgreSQL: the body may translate the error, but not go on as if nothing had happened.
final class SQLiteTransaction: Transaction {
    private let connection: SQLiteConnection
    private var isOver = false
    /// The first error of the engine, which the transaction cannot survive.
    private(set) var failure: DatabaseError?

    init(_ connection: SQLiteConnection) {
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
        let statement: SQLiteStatement
        do { statement = try connection.started(sql, values) } catch { throw failed(error) }
        defer { statement.finish() }
        var rows: [Value] = []
        while try next(statement) { rows.append(try decode(statement)) }
        return rows
    }

    /// One writer at a time: there is nothing to lock.
    func lock(_ name: String) throws(DatabaseError) {
        try checkOpen()
    }

    private func next(_ statement: SQLiteStatement) throws(DatabaseError) -> Bool {
        do { return try statement.step() } catch { throw failed(error) }
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
