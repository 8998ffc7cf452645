import Synchronization

/// Takes every commit of a database elsewhere: reads them from the write-ahead log, which cannot start anew before it has.
///
/// It holds a read transaction, so that no program can start the log anew, and lets go of it only for the writer's own checkpoints.
package final class SQLiteLogFollower: Sendable {
    private struct State: Sendable {
        /// Its read transaction is what keeps the log; nil once the following has ended.
        var reader: SQLiteConnection?
        var position: WriteAheadLog.Position
        var mayRestart = false
        /// The database was closed once all of it was taken: nothing is missing, and nothing more comes.
        var hasFinished = false
        /// Its snapshot is being copied: the log stays as it is meanwhile.
        var isCopying = false
    }

    private let path: String
    private let log: WriteAheadLog
    private let state: Mutex<State>
    private let take: @Sendable (DatabaseChanges) throws -> Void

    /// - Parameter take: keeps the changes durably. Runs on the thread that ships, or on the writer's before a checkpoint.
    init(path: String, take: @escaping @Sendable (DatabaseChanges) throws -> Void) throws {
        self.path = path
        self.take = take
        log = WriteAheadLog(database: path)
        // Most of the log is read here, before the writer is asked to stand still for the rest.
        var position = WriteAheadLog.Position()
        _ = try log.advance(&position, mayRestart: true)
        state = Mutex(State(position: position))
    }

    /// Whether commits are still taken. When not, what was taken so far stays good, and only a new copy can go on from.
    package var isFollowing: Bool { state.withLock { $0.reader != nil } }

    /// Starts, inside a write: no commit can come in between.
    func begin() throws {
        try state.withLock { state in
            do {
                _ = try log.advance(&state.position, mayRestart: true)
            } catch WriteAheadLog.Failure.interrupted {
                state.position = WriteAheadLog.Position()
                _ = try log.advance(&state.position, mayRestart: true)
            }
            let reader = try SQLiteConnection(path: path, readOnly: true)
            try reader.beginSnapshot()
            state.reader = reader
            // Where all of the log is in the database file already, the reader cannot keep it from starting anew, once: nothing is lost by that.
            state.mayRestart = true
        }
    }

    /// Copies the database as it stood at the beginning, while commits go on. Before the first `ship`.
    package func copy(to file: String) throws {
        let reader = state.withLock { state in
            state.isCopying = state.reader != nil
            return state.reader
        }
        defer { state.withLock { $0.isCopying = false } }
        guard let reader else { throw WriteAheadLog.Failure.interrupted }
        try reader.copy(to: file)
    }

    /// Takes the commits that have come since the last time; nothing once the database is closed.
    ///
    /// - Throws: `WriteAheadLog.Failure.interrupted` when something is missing and only a new copy can go on.
    package func ship() throws {
        try state.withLock { state in
            if state.hasFinished { return }
            guard state.reader != nil else { throw WriteAheadLog.Failure.interrupted }
            do {
                try advance(&state)
            } catch let failure as WriteAheadLog.Failure {
                state.reader = nil
                throw failure
            }
        }
    }

    /// Lets the log go its way.
    package func stop() {
        state.withLock { $0.reader = nil }
    }

    /// Lets the log go its way for good: all of it was taken, and the database closes.
    func finish() {
        state.withLock { state in
            state.reader = nil
            state.hasFinished = true
        }
    }

    private func advance(_ state: inout State) throws {
        var position = state.position
        let changes = try log.advance(&position, mayRestart: state.mayRestart)
        if let changes { try take(changes) }
        if position.salts != state.position.salts { state.mayRestart = false }
        state.position = position
    }
}

/// What the writer does around its own checkpoints.
extension SQLiteLogFollower {
    /// Takes what is left and frees the log; false when that cannot be done now.
    func makeWay() -> Bool {
        state.withLock { state in
            guard let reader = state.reader else { return true }
            guard !state.isCopying else { return false }
            do {
                try advance(&state)
                reader.rollBack()
                return true
            } catch {
                return false
            }
        }
    }

    /// Holds the log again.
    ///
    /// - Parameter pages: how long the log was, when all of it went into the database file: it may now start anew.
    func hold(afterCheckpointOf pages: Int?) {
        state.withLock { state in
            guard let reader = state.reader, !reader.isInTransaction else { return }
            do {
                try reader.beginSnapshot()
                if let pages { state.mayRestart = pages == state.position.frames }
            } catch {
                state.reader = nil
            }
        }
    }
}
