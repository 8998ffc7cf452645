/// From bytes to requests, and from requests to the handler.
extension HTTPLoop {
    func receive(_ connection: HTTPConnection) {
        switch connection.socket.receive(into: receiveBuffer) {
        case .wouldBlock: return
        case .ended: close(connection)
        case .count(let count):
            let received = UnsafeRawBufferPointer(rebasing: receiveBuffer[..<count]).bindMemory(to: UInt8.self)
            if connection.input.isEmpty {
                // The usual case, a request in one piece: read where it lies.
                let taken = read(received.span, of: connection)
                if taken < count { connection.input.append(contentsOf: received[taken...]) }
            } else {
                connection.input.append(contentsOf: received)
                readInput(connection)
            }
        }
    }

    /// Reads on in what has arrived before.
    func readInput(_ connection: HTTPConnection) {
        let input = connection.input
        connection.input = []
        let taken = read(input.span, of: connection)
        if taken < input.count { connection.input = Array(input[taken...]) }
    }

    /// Reads requests, and answers them, until the bytes are used up or one is in the hands of a handler.
    ///
    /// - Returns: how many bytes are done with.
    private func read(_ bytes: Span<UInt8>, of connection: HTTPConnection) -> Int {
        var taken = 0
        do throws(HTTPRefusal) {
            while connection.state == .reading, taken < bytes.count {
                let stage = connection.reader.stage
                let count = try connection.reader.read(bytes.extracting(taken..<bytes.count))
                taken += count
                if let message = connection.reader.takeMessage() {
                    try handle(message, of: connection)
                } else {
                    keepTime(of: connection, since: stage, received: count)
                    if connection.reader.expectsContinue { sendContinue(connection) }
                    if count == 0 || connection.reader.stage == .body { break }
                }
            }
        } catch {
            refuse(connection, error)
            return bytes.count
        }
        return connection.state == .lingering ? bytes.count : taken
    }

    /// A deadline for each stage of a request; a body may take longer the more of it arrives.
    private func keepTime(of connection: HTTPConnection, since stage: HTTPRequestReader.Stage, received: Int) {
        switch (stage, connection.reader.stage) {
        case (.betweenRequests, .head): connection.deadline = now + timeouts.head * 1000
        case (.body, .body): connection.deadline += Int64(received) * 1_000_000 / timeouts.slowestRate
        case (_, .body): connection.deadline = now + timeouts.body * 1000
        default: break
        }
    }

    private func handle(_ message: HTTPRequestReader.Message, of connection: HTTPConnection) throws(HTTPRefusal) {
        let head = message.head
        connection.hasSentContinue = false
        connection.exchange = HTTPConnection.Exchange(
            method: head.method,
            id: RequestIdentifier.next(),
            start: MonotonicClock.microseconds,
            minorVersion: head.minorVersion,
            keepsAlive: head.keepsAlive,
            clientCloses: !head.keepsAlive
        )
        if head.asksForServer { return answer(connection, HTTPResponse(.noContent, headers: ["Allow": "GET, HEAD, POST, OPTIONS"])) }
        let request = try HTTPRequest(message, remoteAddress: connection.remoteAddress, id: connection.exchange.id)
        connection.exchange.path = request.path
        if let response = configuration.answersAtOnce(request) { return answer(connection, response) }
        guard surroundings.pool.admit() else { return answer(connection, .tryLater(seconds: 3)) }
        connection.state = .handling
        connection.deadline = .max
        startHandler(request, for: connection.token)
    }

    private func startHandler(_ request: HTTPRequest, for token: HTTPConnection.Token) {
        let handler = surroundings.handler
        let mailbox = surroundings.mailbox
        Task(executorPreference: surroundings.pool) {
            let response = await handler(request)
            mailbox.post(.answered(token, response.compressed(for: request)))
        }
    }

    /// Something happens on a connection whose request is being handled: more input, which waits, or its end.
    func wakeWhileHandling(_ connection: HTTPConnection, hasFailed: Bool) {
        if hasFailed {
            connection.isAbandoned = true
            poll.remove(connection.socket.descriptor)
        } else {
            watch(connection, for: .nothing)
        }
    }

    /// The end of a connection that is being closed: thrown away.
    func discardInput(_ connection: HTTPConnection) {
        if case .ended = connection.socket.receive(into: receiveBuffer) { close(connection) }
    }
}
