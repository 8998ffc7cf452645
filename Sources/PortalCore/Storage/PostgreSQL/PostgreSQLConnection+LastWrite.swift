/// A write of one connection, by its number there.
struct NumberedWrite {
    let connection: Int64
    fileprivate(set) var number: Int64
}

/// Each write is committed together with its number, in a row that is the connection's own: when the answer to a commit is lost, another
/// connection reads there whether it happened.
extension PostgreSQLConnection {
    /// Makes the connection's row, before its first write begins. Rows of connections that are long gone are swept away.
    func numberWrites() throws(DatabaseError) {
        guard write == nil else { return }
        let rows = try started(
            """
            WITH gone AS (DELETE FROM last_writes WHERE at < CAST(extract(epoch FROM now()) AS BIGINT) - 2592000)
            INSERT INTO last_writes (number, at) VALUES (0, CAST(extract(epoch FROM now()) AS BIGINT)) RETURNING connection
            """,
            []
        )
        guard rows.step(), case .integer(let connection) = rows.value(0) else { throw .other("INSERT ... RETURNING gave no row") }
        write = NumberedWrite(connection: connection, number: 0)
    }

    /// Makes the open transaction durable, with its number: both in one message to the server.
    ///
    /// - Throws: `DatabaseError.uncertain` when the connection is lost before the server has answered.
    func commitNumbered() throws(DatabaseError) {
        guard var write else { return try commit() }
        write.number += 1
        self.write = write
        try commit(
            after: """
                INSERT INTO last_writes (connection, number, at)
                VALUES (\(write.connection), \(write.number), CAST(extract(epoch FROM now()) AS BIGINT))
                ON CONFLICT (connection) DO UPDATE SET number = excluded.number, at = excluded.at;
                """
        )
    }

    /// Whether a write of a connection that was lost has happened; nil when its row is gone. Waits until the server has ended what that connection
    /// had begun: its row is locked until then. Inside a transaction.
    func hasCommitted(_ write: NumberedWrite) throws(DatabaseError) -> Bool? {
        let rows = try started("SELECT number FROM last_writes WHERE connection = $1 FOR UPDATE", [.integer(write.connection)])
        guard rows.step(), case .integer(let number) = rows.value(0) else { return nil }
        return number >= write.number
    }
}
