import CPostgreSQL
import Glibc
import PortalCore

/// The same statements through libpq and nothing else: one connection, one loop, statements prepared once.
final class RawPostgreSQL {
    private let handle: OpaquePointer
    private var statements: [UnsafePointer<UInt8>: String] = [:]

    /// - Parameter uri: with the portal's settings of what is durable: the server's own.
    init(_ uri: String, schema: String) throws {
        guard let handle = PQconnectdb(uri), PQstatus(handle) == CONNECTION_OK else { throw BenchmarkFailure("PostgreSQL does not answer") }
        self.handle = handle
        try run("SET search_path TO \(schema)")
    }

    deinit {
        PQfinish(handle)
    }

    /// The transactions of a tape, so many in each commit.
    func replay(_ transactions: ArraySlice<[StatementTape.Statement]>, perCommit: Int) throws {
        for start in stride(from: transactions.startIndex, to: transactions.endIndex, by: perCommit) {
            try run("BEGIN")
            for statement in transactions[start..<min(start + perCommit, transactions.endIndex)].joined() { try run(statement) }
            try run("COMMIT")
        }
    }

    /// What a setting of the server is: "on".
    func setting(_ name: String) throws -> String {
        let result = PQexec(handle, "SHOW \(name)")
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK, let value = PQgetvalue(result, 0, 0) else { throw failure() }
        return String(cString: value)
    }

    private func run(_ sql: String) throws {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else { throw failure() }
    }

    private func run(_ statement: StatementTape.Statement) throws {
        let name = try prepared(statement)
        let texts = statement.values.map(Self.text)
        let copies = texts.map { $0.map { strdup($0) } ?? nil }
        defer { for copy in copies { free(copy) } }
        let result = PQexecPrepared(handle, name, Int32(copies.count), copies.map { UnsafePointer($0) }, nil, nil, 1)
        defer { PQclear(result) }
        guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else { throw failure() }
        for row in 0..<PQntuples(result) {
            for column in 0..<Int32(statement.columns ?? 0) { _ = PQgetvalue(result, row, column) }
        }
    }

    private func prepared(_ statement: StatementTape.Statement) throws -> String {
        if let known = statements[statement.sql.utf8Start] { return known }
        let name = "s\(statements.count)"
        let types = statement.values.map(Self.type)
        let result = PQprepare(handle, name, "\(statement.sql)", Int32(types.count), types)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure() }
        statements[statement.sql.utf8Start] = name
        return name
    }

    /// bytea, int8 and text, by their numbers in PostgreSQL's catalogue; 0 leaves it to the server.
    private static func type(_ value: DatabaseValue) -> Oid {
        switch value {
        case .null: 0
        case .integer: 20
        case .text: 25
        case .blob: 17
        }
    }

    private static func text(_ value: DatabaseValue) -> String? {
        switch value {
        case .null: nil
        case .integer(let number): String(number)
        case .text(let text): text
        case .blob(let bytes): "\\x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }

    private func failure() -> BenchmarkFailure { BenchmarkFailure(String(cString: PQerrorMessage(handle))) }
}
