/// The connections that read, handed to one thread at a time and kept for the next.
final class SQLiteReaders: Sendable {
    private let path: String
    /// How many are kept open; a thread that finds none left opens one for itself and it is closed after use.
    private let maximum: Int
    private let idle = Monitor<[SQLiteConnection]>([])

    init(path: String, keeping maximum: Int) {
        self.path = path
        self.maximum = maximum
    }

    /// Runs a body in one snapshot of the database.
    func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        let connection = try idle.silently { $0.popLast() } ?? SQLiteConnection(path: path, readOnly: true)
        defer { keep(connection) }
        try connection.execute("BEGIN")
        do {
            let result = try EngineTransaction(connection).run(body)
            try connection.execute("COMMIT")
            return result
        } catch {
            connection.rollBack()
            throw error
        }
    }

    private func keep(_ connection: SQLiteConnection) {
        guard !connection.isInTransaction else { return }
        idle.silently { if $0.count < maximum { $0.append(connection) } }
    }

    /// Closes those that nobody uses.
    func close() {
        idle.silently { $0.removeAll() }
    }
}
