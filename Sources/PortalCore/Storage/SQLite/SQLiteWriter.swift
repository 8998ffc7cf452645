import Synchronization

/// The one thread that writes: what has queued up while it worked goes into one transaction, synced once (group commit).
///
/// Nothing is answered before the commit that holds it has reached the disk. Each request has its own savepoint: one that fails is undone alone.
final class SQLiteWriter: Sendable {
    private struct Line: Sendable {
        var requests: [PendingWrite] = []
        var door = Door.open
        var isFinished = false

        var isBroken: Bool { if case .broken = door { true } else { false } }

        /// Those at the head of the line, at most so many.
        mutating func take(_ limit: Int) -> [PendingWrite] {
            let taken = Array(requests.prefix(limit))
            requests.removeFirst(taken.count)
            return taken
        }
    }

    private enum Door: Sendable {
        case open
        /// No new request; those in the line are still served.
        case closing
        /// The disk failed: nothing is served any more.
        case broken(DatabaseError)
    }

    private let connection: SQLiteConnection
    private let line = Monitor(Line())
    private let capacity: Int
    private let onBroken: @Sendable (DatabaseError) -> Void
    private let follower = Mutex<SQLiteLogFollower?>(nil)
    /// A write met a full disk, and the log has not been copied since: it may itself be what fills the disk.
    private let lacksRoom = Atomic<Bool>(false)

    /// The most requests in one transaction: bounds how long the first of them waits.
    private static let groupLimit = 256
    /// Pages of 4096 bytes: above this the log is copied when nobody waits.
    private static let idleCheckpoint = 1000
    /// About 64 MB: above this the log is copied even if requests wait.
    private static let forcedCheckpoint = 16_000
    /// About 256 MB: above this the log waits no longer for a follower that cannot keep up.
    private static let patience = 64_000

    init(connection: SQLiteConnection, capacity: Int, onBroken: @escaping @Sendable (DatabaseError) -> Void) {
        self.connection = connection
        self.capacity = capacity
        self.onBroken = onBroken
    }

    /// Starts the thread. It keeps this writer alive until `close()` or `stop()`.
    func start() throws(DatabaseError) {
        do { try WorkerThread.start { self.work() } } catch { throw DatabaseError.other("no thread for the writer (error \(error.code))") }
    }

    /// Puts a request at the end of the line.
    func submit(_ request: PendingWrite) {
        let refusal: DatabaseError? = line.withLock {
            switch $0.door {
            case .broken(let error): return error
            case .closing: return .other("the database is closed")
            case .open where $0.requests.count >= capacity: return .overloaded
            case .open:
                $0.requests.append(request)
                return nil
            }
        }
        if let refusal { request.fail(refusal) }
    }

    /// Takes no more requests; the thread serves the line, checkpoints and ends.
    func stop() {
        line.withLock { if case .open = $0.door { $0.door = .closing } }
    }

    /// Stops and waits for the end. Not for the writer's own thread.
    func close() {
        stop()
        line.wait { $0.isFinished ? true : nil }
    }

    /// Fails what was not acknowledged and refuses everything from here on.
    func breakDown(_ error: DatabaseError) {
        let (isFirst, left) = line.withLock { line in
            defer {
                line.door = .broken(error)
                line.requests.removeAll()
            }
            return (!line.isBroken, line.requests)
        }
        for request in left { request.fail(error) }
        if isFirst { onBroken(error) }
    }

    private func work() {
        while let group = nextGroup() {
            commit(group)
            checkpointIfWorthwhile()
        }
        finish()
    }

    /// The next requests to commit together; nil when there will be none.
    private func nextGroup() -> [PendingWrite]? {
        line.wait { line -> [PendingWrite]?? in
            if !line.requests.isEmpty { return line.take(SQLiteWriter.groupLimit) }
            if case .open = line.door { return nil }
            return .some(nil)
        }
    }

    /// Runs a group and those who come while it runs, and syncs once for all of them.
    private func commit(_ first: [PendingWrite]) {
        var group = first
        do {
            try begin()
            var answers: [PendingWrite.Answer] = []
            while answers.count < group.count {
                for request in group[answers.count...] { answers.append(try attempt(request)) }
                group += line.silently { $0.take(SQLiteWriter.groupLimit - group.count) }
            }
            try connection.execute("COMMIT")
            for answer in answers { answer() }
        } catch {
            connection.rollBack()
            for request in group { request.fail(error) }
            note(error)
        }
    }

    private func begin() throws(DatabaseError) {
        do {
            try connection.execute("BEGIN IMMEDIATE")
        } catch .retry {
            // Another process, a command of the operator, has been writing for longer than the connection waits.
            throw .overloaded
        }
    }

    /// Runs one request in its savepoint and gives the answer to send once all are committed.
    ///
    /// - Throws: an error that takes the whole group with it.
    private func attempt(_ request: PendingWrite) throws(DatabaseError) -> PendingWrite.Answer {
        try connection.execute("SAVEPOINT request")
        let transaction = EngineTransaction(connection)
        do {
            let answer = try request.run(transaction)
            try connection.execute("RELEASE request")
            return answer
        } catch {
            if let failure = transaction.failure ?? (error as? DatabaseError) {
                if failure.isBreakdown || !connection.isInTransaction { throw failure }
                note(failure)
            }
            try connection.execute("ROLLBACK TO request")
            try connection.execute("RELEASE request")
            return { request.fail(error) }
        }
    }

    /// What an error means for those who come next.
    private func note(_ error: DatabaseError) {
        if error == .full { lacksRoom.store(true, ordering: .relaxed) }
        if error.isBreakdown { breakDown(error) }
    }

    private func checkpointIfWorthwhile() {
        let pages = connection.logPages
        let isForced = pages > SQLiteWriter.forcedCheckpoint
        let isWaitedFor = line.withLock { !$0.requests.isEmpty }
        guard isForced || lacksRoom.load(ordering: .relaxed) || (pages > SQLiteWriter.idleCheckpoint && !isWaitedFor) else { return }
        do {
            if try checkpoint(isForced ? .restart : .passive) { lacksRoom.store(false, ordering: .relaxed) }
        } catch {
            if error.isBreakdown { breakDown(error) }
        }
    }

    /// Lets the follower take what it has not, then copies the log into the database file; whether all of it went.
    private func checkpoint(_ kind: SQLiteConnection.Checkpoint) throws(DatabaseError) -> Bool {
        guard let follower = follower.withLock({ $0 }) else { return try connection.checkpoint(kind) != nil }
        if !follower.makeWay() {
            guard connection.logPages > SQLiteWriter.patience else { return false }
            follower.stop()
        }
        var pages: Int?
        defer { follower.hold(afterCheckpointOf: pages) }
        pages = try connection.checkpoint(kind)
        return pages != nil
    }

    /// From here on no commit leaves the log before the follower has it. Called inside a write.
    func follow(with follower: SQLiteLogFollower) {
        self.follower.withLock { $0 = follower }
    }

    private func finish() {
        if !line.withLock({ $0.isBroken }) {
            if let follower = follower.withLock({ $0 }), follower.makeWay() { follower.finish() }
            // Another program that holds the log is not waited for.
            connection.waitNoMore()
            _ = try? connection.checkpoint(.truncate)
        }
        line.withLock { $0.isFinished = true }
    }
}

/// A write that waits for its turn.
struct PendingWrite: Sendable {
    typealias Answer = @Sendable () -> Void

    /// Runs the body; gives what tells the caller of its success.
    let run: @Sendable (EngineTransaction<SQLiteConnection>) throws -> Answer
    /// Tells the caller that it did not happen.
    let fail: @Sendable (any Error) -> Void
}
