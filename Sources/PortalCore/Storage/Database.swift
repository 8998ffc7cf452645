/// One portal's database: the only door to its rows.
package protocol Database: Sendable {
    /// Reads one consistent snapshot. Blocks its thread for the queries' time (40 to 120 µs for a page).
    func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result

    /// Runs a transaction and returns once it is durable. Whatever `body` throws rolls it back and is thrown here.
    ///
    /// The body may run on another thread and, with PostgreSQL, more than once: it touches nothing but its transaction.
    @discardableResult
    func write<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result

    /// Finishes the writes that wait and leaves the files in order. Later writes are refused. Blocks its thread meanwhile.
    func close()
}

/// Statements inside one transaction. Valid only in the closure that received it.
///
/// Statements are literals with `$1`, `$2`: nothing that a user typed can become SQL. A query that takes jobs from a line ends with
/// `{skipping locked}`: rows that another process is taking at the same moment are left out. It stands in a WITH of its own, or PostgreSQL
/// may run it several times.
package protocol Transaction: AnyObject {
    /// Runs a statement; the number of rows that it changed.
    @discardableResult
    func execute(_ sql: StaticString, values: [DatabaseValue]) throws(DatabaseError) -> Int

    /// Runs a query and decodes each row, in order.
    func query<Value>(_ sql: StaticString, values: [DatabaseValue], _ decode: (any Row) throws -> Value) throws -> [Value]

    /// Takes locks in this order, until the transaction ends (nothing to do where there is one writer).
    func lock(_ locks: [NamedLock]) throws(DatabaseError)
}

extension Transaction {
    /// Runs a statement with its parameters in order; the number of rows that it changed.
    @discardableResult
    package func execute(_ sql: StaticString, _ parameters: any DatabaseBindable...) throws(DatabaseError) -> Int {
        try execute(sql, values: parameters.map(\.databaseValue))
    }

    /// Runs a query with its parameters in order and decodes each row.
    package func query<Value>(_ sql: StaticString, _ parameters: any DatabaseBindable..., decode: (any Row) throws -> Value) throws -> [Value] {
        try query(sql, values: parameters.map(\.databaseValue), decode)
    }

    /// The first row of a query, nil when there is none.
    package func first<Value>(_ sql: StaticString, _ parameters: any DatabaseBindable..., decode: (any Row) throws -> Value) throws -> Value? {
        try query(sql, values: parameters.map(\.databaseValue), decode).first
    }
}

/// One row of an answer: `try Child(id: row[0], firstName: row[1], birthDay: row[2])`.
package protocol Row {
    /// The raw value of a column, counted from 0 in the order of the SELECT.
    func value(_ column: Int) -> DatabaseValue

    /// The column's table and name, "units.price", for errors; for what the statement computes, the name that it gives.
    func name(_ column: Int) -> String
}

extension Row {
    /// Decodes a column into the type that the caller expects.
    ///
    /// Inlined where it is used: there the type is known, and no table of functions has to be gone through for each column of each row.
    @inline(__always)
    package subscript<Value: DatabaseReadable>(_ column: Int) -> Value {
        get throws(DatabaseError) {
            guard let value = Value(databaseValue: value(column)) else {
                throw DatabaseError.decoding(column: name(column), type: "\(Value.self)")
            }
            return value
        }
    }
}
