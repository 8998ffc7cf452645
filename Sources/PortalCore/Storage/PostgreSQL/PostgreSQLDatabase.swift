/// A portal's database in a schema of its own on a PostgreSQL server, which several processes may share.
package final class PostgreSQLDatabase: Database {
    private let pool: PostgreSQLPool
    private let writers: WorkerCrew

    private init(pool: PostgreSQLPool, writers: WorkerCrew) {
        self.pool = pool
        self.writers = writers
    }

    deinit {
        pool.close()
    }

    /// Connects to a schema, making it if it is not there, and brings it up to date.
    ///
    /// - Parameter queue: writes that may wait; the next one is refused with `overloaded`.
    /// - Throws: `DatabaseError.unreachable` when the server does not answer.
    package static func open(_ address: PostgreSQLAddress, queue: Int = 1024) throws(DatabaseError) -> PostgreSQLDatabase {
        let connection = try PostgreSQLConnection(address)
        try connection.apply(Migration.all)
        connection.constraints = try connection.readConstraints()
        let writers: WorkerCrew
        do {
            writers = try WorkerCrew(size: address.writers, capacity: queue)
        } catch {
            throw DatabaseError.other("no thread for the writers (error \(error.code))")
        }
        return PostgreSQLDatabase(pool: PostgreSQLPool(address, first: connection), writers: writers)
    }

    /// One snapshot, whatever is committed between its queries.
    package func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        let connection = try begun("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        defer { pool.giveBack(connection) }
        do {
            let result = try EngineTransaction(connection).run(body)
            try connection.run(script: "COMMIT")
            return result
        } catch {
            connection.rollBack()
            throw error
        }
    }

    @discardableResult
    package func write<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            let answer = writers.submit { [self] in
                continuation.resume(with: Swift.Result { try committing(body) })
            }
            switch answer {
            case .taken: break
            case .full: continuation.resume(throwing: DatabaseError.overloaded)
            case .closed: continuation.resume(throwing: DatabaseError.other("the database is closed"))
            }
        }
    }

    /// Later reads are refused too: no connection is left.
    package func close() {
        writers.close()
        pool.close()
    }
}

extension PostgreSQLDatabase {
    /// Runs a write until it is committed or refused: again after a deadlock, and after a connection that was lost before the commit.
    private func committing<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        var patience = RetryPatience()
        while true {
            do {
                switch try attempt(body) {
                case .committed(let result): return result
                case .unanswered(let result, let write, let error):
                    if try hasCommitted(write, else: error) { return result }
                }
            } catch let error as DatabaseError where error.asksForAnotherTry {
                guard patience.wait(after: error) else { throw error.afterTheLastTry }
            }
        }
    }

    private enum Attempt<Result> {
        case committed(Result)
        /// The connection was lost during the commit.
        case unanswered(Result, NumberedWrite, DatabaseError)
    }

    private func attempt<Result>(_ body: (any Transaction) throws -> Result) throws -> Attempt<Result> {
        let connection = try begun("BEGIN ISOLATION LEVEL READ COMMITTED", toWrite: true)
        defer { pool.giveBack(connection) }
        let transaction = EngineTransaction(connection)
        do {
            let result = try transaction.run(body)
            do {
                try connection.commitNumbered()
            } catch .uncertain(let text) {
                guard let write = connection.write else { throw DatabaseError.uncertain(text) }
                return .unanswered(result, write, .uncertain(text))
            }
            return .committed(result)
        } catch {
            connection.rollBack()
            // The body may have made something else of it, without knowing that it can be tried again.
            if let failure = transaction.failure, failure.asksForAnotherTry { throw failure }
            throw error
        }
    }

    /// Asks the server, once it answers again, what became of a write.
    ///
    /// - Parameter error: what the caller is told when nobody can say.
    private func hasCommitted(_ write: NumberedWrite, else error: DatabaseError) throws -> Bool {
        do {
            let connection = try begun("BEGIN ISOLATION LEVEL READ COMMITTED")
            defer {
                connection.rollBack()
                pool.giveBack(connection)
            }
            if let answer = try connection.hasCommitted(write) { return answer }
        } catch {}
        throw error
    }

    /// A connection on which a transaction has begun. One that the server has closed meanwhile is replaced: nothing has been asked of it yet.
    private func begun(_ begin: String, toWrite: Bool = false) throws -> PostgreSQLConnection {
        var patience = RetryPatience()
        while true {
            do {
                let connection = try pool.take()
                do {
                    if toWrite { try connection.numberWrites() }
                    try connection.run(script: begin)
                    return connection
                } catch {
                    pool.giveBack(connection)
                    throw error
                }
            } catch let error as DatabaseError where error.asksForAnotherTry {
                guard patience.wait(after: error) else { throw error.afterTheLastTry }
            }
        }
    }
}
