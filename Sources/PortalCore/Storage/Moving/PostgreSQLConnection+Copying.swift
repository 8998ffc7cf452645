import CPostgreSQL

extension PostgreSQLConnection {
    /// Loads rows into a table in the binary form of COPY, whole or not at all.
    ///
    /// The form: https://www.postgresql.org/docs/15/sql-copy.html#id-1.9.3.55.9.4
    func copy(
        into table: String,
        columns: Int,
        _ source: (([DatabaseValue]) throws(DatabaseError) -> Void) throws(DatabaseError) -> Void
    ) throws(DatabaseError) {
        let start = PQexec(handle, "COPY \(table) FROM STDIN (FORMAT binary)")
        defer { PQclear(start) }
        guard PQresultStatus(start) == PGRES_COPY_IN else { throw refusal(start) }
        var buffer = Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0x00] + [UInt8](repeating: 0, count: 8)
        do {
            try source { (values) throws(DatabaseError) in
                buffer.append(bigEndian: Int16(columns))
                for value in values { buffer.append(field: value) }
                if buffer.count > 64 * 1024 { try send(&buffer) }
            }
            buffer.append(bigEndian: Int16(-1))
            try send(&buffer)
        } catch {
            PQputCopyEnd(handle, "the source failed")
            _ = copyAnswer()
            throw error
        }
        PQputCopyEnd(handle, nil)
        if let failure = copyAnswer() { throw failure }
    }

    private func send(_ buffer: inout [UInt8]) throws(DatabaseError) {
        let status = buffer.withUnsafeBytes { PQputCopyData(handle, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count)) }
        guard status == 1 else { throw .unreachable("the connection was lost during COPY") }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Reads the answers to the end; the first refusal among them.
    private func copyAnswer() -> DatabaseError? {
        var failure: DatabaseError?
        while let result = PQgetResult(handle) {
            if PQresultStatus(result) != PGRES_COMMAND_OK, failure == nil { failure = refusal(result) }
            PQclear(result)
        }
        return failure
    }
}

extension [UInt8] {
    fileprivate mutating func append(bigEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { self += $0 }
    }

    /// A value after its length; -1 stands for a null.
    fileprivate mutating func append(field value: DatabaseValue) {
        let place = count
        append(bigEndian: Int32(-1))
        guard let length = value.append(to: &self) else { return }
        Swift.withUnsafeBytes(of: Int32(length).bigEndian) { replaceSubrange(place..<place + 4, with: $0) }
    }
}
