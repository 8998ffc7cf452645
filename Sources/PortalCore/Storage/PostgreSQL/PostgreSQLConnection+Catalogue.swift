import CPostgreSQL

/// What migrations and copies ask beyond a portal's statements. The texts are the program's own, with names out of the engine's catalogue.
extension PostgreSQLConnection {
    /// The first column of a query's rows.
    func texts(_ sql: StaticString, _ values: [DatabaseValue]) throws(DatabaseError) -> [String] {
        let rows = try started(sql, values)
        var texts: [String] = []
        while rows.step() {
            if case .text(let text) = rows.value(0) { texts.append(text) }
        }
        return texts
    }

    /// "units.price", by the numbers in the engine's catalogue; nil for none, and where nothing can be asked any more.
    func columnName(_ column: Int32, ofTable table: Oid) -> String? {
        guard column > 0 else { return nil }
        return try? texts(
            "SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.oid = $1 AND a.attnum = $2",
            [.integer(Int64(table)), .integer(Int64(column))]
        ).first
    }

    /// Runs one statement that is not a literal, and gives its rows.
    func rows(script: String) throws(DatabaseError) -> PostgreSQLRows {
        let result = PQexecParams(handle, script, 0, nil, nil, nil, nil, 1)
        guard let result, PQresultStatus(result) == PGRES_TUPLES_OK else {
            defer { PQclear(result) }
            throw refusal(result)
        }
        var columns: [PostgreSQLColumn] = []
        for index in 0..<PQnfields(result) {
            guard let column = PostgreSQLColumn(PQftype(result, index)) else {
                PQclear(result)
                throw .other("column \(index) has a type that only PostgreSQL knows: \(script)")
            }
            columns.append(column)
        }
        return PostgreSQLRows(result, columns, from: self)
    }
}
