import PortalCore

/// What services said to a database, so that exactly that can be said again without them.
final class StatementTape {
    struct Statement {
        let sql: StaticString
        let values: [DatabaseValue]
        /// Columns of its rows that were read; nil when no rows were asked for.
        let columns: Int?
    }

    /// For each transaction, its statements.
    private(set) var transactions: [[Statement]] = []

    fileprivate func begin() { transactions.append([]) }
    fileprivate func add(_ statement: Statement) { transactions[transactions.count - 1].append(statement) }
}

/// A transaction that is written down on a tape while it runs.
final class RecordingTransaction: Transaction {
    private let transaction: any Transaction
    private let tape: StatementTape

    init(_ transaction: any Transaction, on tape: StatementTape) {
        self.transaction = transaction
        self.tape = tape
        tape.begin()
    }

    @discardableResult
    func execute(_ sql: StaticString, values: [DatabaseValue]) throws(DatabaseError) -> Int {
        tape.add(StatementTape.Statement(sql: sql, values: values, columns: nil))
        return try transaction.execute(sql, values: values)
    }

    func query<Value>(_ sql: StaticString, values: [DatabaseValue], _ decode: (any Row) throws -> Value) throws -> [Value] {
        let columns = ColumnCount()
        let rows = try transaction.query(sql, values: values) { try decode(RecordingRow(row: $0, columns: columns)) }
        tape.add(StatementTape.Statement(sql: sql, values: values, columns: columns.value))
        return rows
    }

    func lock(_ locks: [NamedLock]) throws(DatabaseError) { try transaction.lock(locks) }
}

private final class ColumnCount {
    var value = 0
}

private struct RecordingRow: Row {
    let row: any Row
    let columns: ColumnCount

    func value(_ column: Int) -> DatabaseValue {
        columns.value = max(columns.value, column + 1)
        return row.value(column)
    }

    func name(_ column: Int) -> String { row.name(column) }
}

/// A database whose transactions are written down. One requester at a time.
struct RecordingDatabase: Database {
    let database: any Database
    // Only one transaction at a time touches it.
    nonisolated(unsafe) let tape = StatementTape()

    func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try database.read { try body(RecordingTransaction($0, on: tape)) }
    }

    @discardableResult
    func write<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result {
        try await database.write { try body(RecordingTransaction($0, on: tape)) }
    }

    func close() { database.close() }
}

extension Transaction {
    /// Says a transaction of a tape again, and reads what was read.
    func replay(_ statements: [StatementTape.Statement]) throws {
        for statement in statements {
            guard let columns = statement.columns else {
                try execute(statement.sql, values: statement.values)
                continue
            }
            _ = try query(statement.sql, values: statement.values) { row in
                for column in 0..<columns { _ = row.value(column) }
            }
        }
    }
}
