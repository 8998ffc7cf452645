/// The connections of one portal, handed to one thread at a time and kept for the next.
final class PostgreSQLPool: Sendable {
    private struct State: Sendable {
        var idle: [PostgreSQLConnection] = []
        /// Connections that exist or are being made.
        var open = 0
        var waiting = 0
        var isClosed = false
        /// Until when nobody tries to connect again, after a try that failed, and what it failed with.
        var pause: (end: ContinuousClock.Instant, error: DatabaseError)?
    }

    private let address: PostgreSQLAddress
    private let constraints: [String: String]
    private let state: Monitor<State>

    /// Threads that may wait for a connection, for each connection.
    private static let patience = 4

    init(_ address: PostgreSQLAddress, first connection: PostgreSQLConnection) {
        self.address = address
        constraints = connection.constraints
        state = Monitor(State(idle: [connection], open: 1))
    }

    /// Takes a connection. Waits for one when all are taken.
    ///
    /// - Throws: `overloaded` when too many wait already, `unreachable` when the server does not answer.
    func take() throws(DatabaseError) -> PostgreSQLConnection {
        if let idle = try idleOrPermission() { return idle }
        do {
            let connection = try PostgreSQLConnection(address)
            connection.constraints = constraints
            return connection
        } catch {
            state.withLock {
                $0.open -= 1
                // The others learn it from this try: a server that is down is not asked by everybody in turn.
                $0.pause = (.now + .milliseconds(100), error)
            }
            throw error
        }
    }

    /// Gives a connection back. One that is lost takes the idle ones with it: they came from the server that went away.
    func giveBack(_ connection: PostgreSQLConnection) {
        let isAlive = connection.isAlive
        var closing: [PostgreSQLConnection] = []
        state.withLock {
            if isAlive && !$0.isClosed {
                $0.idle.append(connection)
            } else {
                if !isAlive { swap(&closing, &$0.idle) }
                $0.open -= 1 + closing.count
            }
        }
    }

    /// Closes those that nobody uses; those in use are closed when they come back.
    func close() {
        var closing: [PostgreSQLConnection] = []
        state.withLock {
            $0.isClosed = true
            swap(&closing, &$0.idle)
            $0.open -= closing.count
        }
    }

    /// An idle connection, or nil: the caller may make one.
    private func idleOrPermission() throws(DatabaseError) -> PostgreSQLConnection? {
        var isWaiting = false
        let limit = address.connections
        let outcome: Result<PostgreSQLConnection?, DatabaseError> = state.wait { state -> Result<PostgreSQLConnection?, DatabaseError>? in
            func done(_ outcome: Result<PostgreSQLConnection?, DatabaseError>) -> Result<PostgreSQLConnection?, DatabaseError> {
                if isWaiting { state.waiting -= 1 }
                return outcome
            }
            if state.isClosed { return done(.failure(.other("the database is closed"))) }
            if let connection = state.idle.popLast() { return done(.success(connection)) }
            if let pause = state.pause {
                if .now < pause.end { return done(.failure(pause.error)) }
                state.pause = nil
            }
            if state.open < limit {
                state.open += 1
                return done(.success(nil))
            }
            if isWaiting { return nil }
            guard state.waiting < limit * PostgreSQLPool.patience else { return .failure(.overloaded) }
            state.waiting += 1
            isWaiting = true
            return nil
        }
        return try outcome.get()
    }
}
