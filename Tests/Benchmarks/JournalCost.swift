import PortalCore

/// What the journal costs: the same bookings on a database that forgets it, and one line of it alone.
struct JournalCost {
    private let rounds: BookingRounds

    init(_ rounds: BookingRounds) {
        self.rounds = rounds
    }

    /// A line's hash, then the line with the two statements that read the chain's end and write it.
    func run() async throws {
        let hashed = try await rounds.town.portal.database.write { transaction in try JournalCost.lines(in: JournallessTransaction(transaction)) }
        let written = try await rounds.town.portal.database.write { transaction in try JournalCost.lines(in: transaction) }
        print("A line of the journal: \(hashed.short) µs of processor to hash it, \(written.short) µs with its two statements\n")
    }

    private static func lines(in transaction: any Transaction) throws -> Double {
        let child = Identifier<Child>(1)
        return try Measure.runs(5000) { number in
            try AuditLog.record(
                in: transaction,
                by: .account(Identifier(Int64(number))),
                .bookingsChanged,
                on: child,
                detail: "demande 1234567 : +3@2026-11:04",
                at: BenchmarkTown.now
            )
        }.quantile(0.5)
    }
}

/// A database whose journal is empty and stays so.
struct JournallessDatabase: Database {
    let database: any Database

    func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result { try database.read(body) }

    @discardableResult
    func write<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result {
        try await database.write { try body(JournallessTransaction($0)) }
    }

    func close() { database.close() }
}

private final class JournallessTransaction: Transaction {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    @discardableResult
    func execute(_ sql: StaticString, values: [DatabaseValue]) throws(DatabaseError) -> Int {
        sql.begins(with: "INSERT INTO audit ") ? 1 : try transaction.execute(sql, values: values)
    }

    func query<Value>(_ sql: StaticString, values: [DatabaseValue], _ decode: (any Row) throws -> Value) throws -> [Value] {
        sql.begins(with: "SELECT number, hash FROM audit ") ? [] : try transaction.query(sql, values: values, decode)
    }

    func lock(_ locks: [NamedLock]) throws(DatabaseError) { try transaction.lock(locks) }
}

extension StaticString {
    fileprivate func begins(with text: StaticString) -> Bool {
        withUTF8Buffer { mine in text.withUTF8Buffer { mine.starts(with: $0) } }
    }
}
