import Glibc

/// One thread that accepts, reads, writes and keeps the timeouts of many connections. Handlers run elsewhere.
final class HTTPLoop {
    /// What a loop works with.
    struct Surroundings: Sendable {
        let configuration: HTTPServer.Configuration
        let handler: HTTPHandler
        let pool: WorkerPool
        let mailbox: LoopMailbox
    }

    let surroundings: Surroundings
    let poll: EventPoll
    var listener: ListeningSocket?
    var connections: [HTTPConnection?] = []
    var freeSlots: [Int] = []
    var connectionCount = 0
    var generation: UInt32 = 0
    /// The time in microseconds when the loop last woke.
    var now = MonotonicClock.microseconds
    var nextSweep: Int64
    /// When the server was told to stop and how long it may still take.
    var drainDeadline: Int64?
    /// The listener is not watched for the moment: too many connections, or no descriptor left.
    var isAcceptingPaused = false
    var head = HTTPResponseHeadWriter()
    var log: [UInt8] = []
    let receiveBuffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65536, alignment: 16)

    static let listenerToken: UInt64 = 0
    static let mailboxToken: UInt64 = 1

    var configuration: HTTPServer.Configuration { surroundings.configuration }
    var timeouts: HTTPTimeouts { surroundings.configuration.timeouts }

    private init(_ surroundings: Surroundings, listener: ListeningSocket) throws(SystemCallError) {
        self.surroundings = surroundings
        self.listener = listener
        poll = try EventPoll()
        nextSweep = now + surroundings.configuration.timeouts.sweepInterval * 1000
        try poll.add(listener.descriptor, token: Self.listenerToken, shared: true)
        try poll.add(surroundings.mailbox.wakeup.descriptor, token: Self.mailboxToken)
    }

    deinit { receiveBuffer.deallocate() }

    /// Serves until the mailbox says stop and all connections have ended.
    static func run(_ surroundings: Surroundings, listener: ListeningSocket) {
        do {
            let loop = try HTTPLoop(surroundings, listener: listener)
            while loop.connectionCount > 0 || loop.drainDeadline == nil { try loop.turn() }
        } catch {
            Terminal.complain("HTTP: \(error)")
        }
    }

    private func turn() throws(SystemCallError) {
        let untilSweep = connectionCount > 0 || isAcceptingPaused ? Int32(clamping: max(0, (nextSweep - now + 999) / 1000)) : -1
        var isFirst = true
        try poll.wait(milliseconds: untilSweep) { number, hasFailed in
            if isFirst { now = MonotonicClock.microseconds }
            isFirst = false
            handle(number, hasFailed: hasFailed)
        }
        if isFirst { now = MonotonicClock.microseconds }
        if now >= nextSweep { sweep() }
        if !log.isEmpty {
            configuration.accessLog?.append(log)
            log.removeAll(keepingCapacity: true)
        }
    }

    private func handle(_ number: UInt64, hasFailed: Bool) {
        guard let token = HTTPConnection.Token(number: number) else {
            if number == Self.listenerToken { acceptConnections() } else { readMailbox() }
            return
        }
        guard let connection = connection(token) else { return }
        switch connection.state {
        case .reading: receive(connection)
        case .writing: continueSending(connection)
        case .lingering: discardInput(connection)
        case .handling: wakeWhileHandling(connection, hasFailed: hasFailed)
        case .closed: break
        }
    }

    private func readMailbox() {
        for message in surroundings.mailbox.takeAll() {
            switch message {
            case .answered(let token, let response):
                surroundings.pool.leave()
                if let connection = connection(token) { answer(connection, response) }
            case .part(let token, let part): if let connection = connection(token) { sendPart(connection, part) }
            case .stop: beginDraining()
            }
        }
    }

    func connection(_ token: HTTPConnection.Token) -> HTTPConnection? {
        guard token.slot < connections.count, let connection = connections[token.slot], connection.token == token else { return nil }
        return connection
    }

    func watch(_ connection: HTTPConnection, for interest: EventPoll.Interest) {
        guard connection.interest != interest else { return }
        connection.interest = interest
        do {
            try poll.change(connection.socket.descriptor, token: connection.token.number, to: interest)
        } catch {
            close(connection)
        }
    }
}
