import PortalCore

/// An HTTP/1.1 server (RFC 9112) on the machine's own sockets. It knows no portal: a handler answers.
final class HTTPServer: Sendable {
    private struct State: Sendable {
        var mailboxes: [LoopMailbox] = []
        var port: Int?
        var runningLoops = 0
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let configuration: Configuration
    private let handler: HTTPHandler
    private let state = Monitor(State())

    init(_ configuration: Configuration, handler: @escaping HTTPHandler) {
        self.configuration = configuration
        self.handler = handler
    }

    /// The port that it listens on, nil before `start`.
    var boundPort: Int? { state.withLock { $0.port } }

    /// Binds the address and begins to serve, on threads of its own. A server starts once.
    ///
    /// - Throws: `SystemCallError` ("bind 127.0.0.1:8080: Address already in use"), `ThreadShortage`.
    func start() throws {
        let listener = try ListeningSocket(host: configuration.host, port: configuration.port)
        let pool = try WorkerPool(threads: configuration.workers, capacity: configuration.admittedRequests)
        var mailboxes: [LoopMailbox] = []
        for _ in 0..<configuration.loops { mailboxes.append(try LoopMailbox()) }
        let started = mailboxes
        state.withLock { $0 = State(mailboxes: started, port: listener.port, runningLoops: started.count) }
        for mailbox in started {
            let surroundings = HTTPLoop.Surroundings(configuration: configuration, handler: handler, pool: pool, mailbox: mailbox)
            try WorkerThread.start { [self] in
                HTTPLoop.run(surroundings, listener: listener)
                loopEnded(pool)
            }
        }
    }

    /// Accepts nothing more, lets the requests that have begun end, closes idle connections, and returns when all is closed.
    func stop() async {
        beginStopping()
        await waitUntilStopped()
    }

    /// Starts what `stop` does, and does not wait for it.
    func beginStopping() {
        for mailbox in state.withLock({ $0.mailboxes }) { mailbox.post(.stop) }
    }

    /// Returns when the server has stopped.
    func waitUntilStopped() async {
        await withCheckedContinuation { continuation in
            let isRunning = state.withLock { state in
                if state.runningLoops > 0 { state.waiters.append(continuation) }
                return state.runningLoops > 0
            }
            if !isRunning { continuation.resume() }
        }
    }

    private func loopEnded(_ pool: WorkerPool) {
        let waiters: [CheckedContinuation<Void, Never>]? = state.withLock { state in
            state.runningLoops -= 1
            return state.runningLoops == 0 ? state.waiters : nil
        }
        guard let waiters else { return }
        pool.stop()
        configuration.accessLog?.flush()
        for waiter in waiters { waiter.resume() }
    }
}
