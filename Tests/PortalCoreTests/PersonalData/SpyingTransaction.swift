import PortalCore
import Synchronization

/// The tables that statements have changed.
final class SpyingStatements: Sendable {
    private let found = Mutex<Set<String>>([])

    var tables: Set<String> { found.withLock { $0 } }

    func note(_ sql: StaticString) {
        let words = sql.description.split(whereSeparator: \.isWhitespace).map(String.init)
        let table = words.first == "UPDATE" ? words.dropFirst().first : words.first == "DELETE" ? words.dropFirst(2).first : nil
        if let table { found.withLock { _ = $0.insert(table) } }
    }
}

/// A transaction that notes which tables it changes.
final class SpyingTransaction: Transaction {
    private let transaction: any Transaction
    private let spy: SpyingStatements

    init(_ transaction: any Transaction, _ spy: SpyingStatements) {
        self.transaction = transaction
        self.spy = spy
    }

    func execute(_ sql: StaticString, values: [DatabaseValue]) throws(DatabaseError) -> Int {
        spy.note(sql)
        return try transaction.execute(sql, values: values)
    }

    func query<Value>(_ sql: StaticString, values: [DatabaseValue], _ decode: (any Row) throws -> Value) throws -> [Value] {
        try transaction.query(sql, values: values, decode)
    }

    func lock(_ locks: [NamedLock]) throws(DatabaseError) { try transaction.lock(locks) }
}
