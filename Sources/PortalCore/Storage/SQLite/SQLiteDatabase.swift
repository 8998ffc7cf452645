/// A portal's database in one SQLite file: one writer with group commit, as many readers as threads read.
package final class SQLiteDatabase: Database {
    let path: String
    private let readers: SQLiteReaders
    let writer: SQLiteWriter

    private init(path: String, readers: SQLiteReaders, writer: SQLiteWriter) {
        self.path = path
        self.readers = readers
        self.writer = writer
    }

    deinit {
        writer.stop()
    }

    /// Sets SQLite up for this process, which it allows only before its first use. Opening a database does it: only a program that calls
    /// SQLite on its own before, to register a layer of files, has to ask.
    package static func configureLibrary() { _ = SQLiteConnection.settings }

    /// Opens a database file, creating it if it is not there, and brings its schema up to date. Its folder must exist.
    ///
    /// - Parameters:
    ///   - readers: connections kept open for reading; as many as threads that read.
    ///   - queue: writes that may wait; the next one is refused with `overloaded`.
    ///   - onBroken: called once when the disk or the file fails. Nothing is acknowledged any more: the process should end, and start anew.
    package static func open(
        path: String,
        readers: Int = 8,
        queue: Int = 1024,
        onBroken: @escaping @Sendable (DatabaseError) -> Void = { _ in }
    ) throws(DatabaseError) -> SQLiteDatabase {
        let connection = try SQLiteConnection(path: path, readOnly: false)
        try connection.apply(Migration.all)
        let writer = SQLiteWriter(connection: connection, capacity: queue, onBroken: onBroken)
        try writer.start()
        return SQLiteDatabase(path: path, readers: SQLiteReaders(path: path, keeping: readers), writer: writer)
    }

    package func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        do {
            return try readers.read(body)
        } catch let error as DatabaseError where error.isBreakdown {
            writer.breakDown(error)
            throw error
        }
    }

    @discardableResult
    package func write<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            writer.submit(
                PendingWrite(
                    run: { transaction in
                        let result = try transaction.run(body)
                        return { continuation.resume(returning: result) }
                    },
                    fail: { continuation.resume(throwing: $0) }
                )
            )
        }
    }

    /// The log's pages go into the file, so that it can be copied on its own.
    package func close() {
        readers.close()
        writer.close()
    }
}
