import CPostgreSQL

/// A prepared statement of one connection: its name there, what it takes and what it gives.
struct PostgreSQLStatement {
    let name: String
    /// The type of each parameter: what was sent first, or what the engine found for a null.
    let parameters: [Oid]
    let columns: [PostgreSQLColumn]

    /// The types to ask for so that these values fit; nil when it takes them as it is.
    func otherTypes(for values: [DatabaseValue]) -> [Oid]? {
        let wanted = zip(values, parameters).map { PostgreSQLType.sent($0) ?? $1 }
        return wanted == parameters ? nil : wanted
    }

    /// How many values a text takes: the highest number after a `$`. Statements are the program's own and hold no other.
    static func valueCount(_ text: String) -> Int {
        text.split(separator: "$", omittingEmptySubsequences: false).dropFirst().reduce(0) { highest, rest in
            max(highest, Int(rest.prefix { $0.isASCII && $0.isNumber }) ?? 0)
        }
    }
}

/// The rows of an answer, which has come whole.
final class PostgreSQLRows: RowCursor {
    private let result: OpaquePointer
    private let columns: [PostgreSQLColumn]
    private let connection: PostgreSQLConnection
    private let count: Int32
    private var row: Int32 = -1

    init(_ result: OpaquePointer, _ columns: [PostgreSQLColumn], from connection: PostgreSQLConnection) {
        self.result = result
        self.columns = columns
        self.connection = connection
        count = PQntuples(result)
    }

    deinit {
        PQclear(result)
    }

    func step() -> Bool {
        row += 1
        return row < count
    }

    func finish() {}

    func value(_ column: Int) -> DatabaseValue {
        let index = Int32(clamping: column)
        guard columns.indices.contains(column), PQgetisnull(result, row, index) == 0, let start = PQgetvalue(result, row, index) else { return .null }
        return columns[column].value(UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, index))))
    }

    func name(_ column: Int) -> String {
        let index = Int32(clamping: column)
        if let origin = connection.columnName(PQftablecol(result, index), ofTable: PQftable(result, index)) { return origin }
        guard let name = PQfname(result, index) else { return "column \(column)" }
        return String(cString: name)
    }
}
