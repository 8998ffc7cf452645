/// From responses to bytes.
extension HTTPLoop {
    func answer(_ connection: HTTPConnection, _ response: HTTPResponse) {
        guard !connection.isAbandoned else { return close(connection) }
        let exchange = connection.exchange
        let sendsBody = exchange.method != .head && response.status.allowsBody
        // A long response keeps a place among the requests until it is sent.
        if sendsBody, response.rest != nil, !surroundings.pool.admit() { return answer(connection, .tryLater(seconds: 3)) }
        if drainDeadline != nil { connection.exchange.keepsAlive = false }
        let microseconds = MonotonicClock.microseconds - exchange.start
        head.write(response, for: connection.exchange, microseconds: microseconds)
        note(exchange, response.status, bodyCount: sendsBody ? response.contentLength : 0, microseconds: microseconds)
        if sendsBody { keepRest(of: response, for: connection) }
        send(connection, head.bytes, sendsBody ? response.body : [])
    }

    func send(_ connection: HTTPConnection, _ head: [UInt8], _ body: [UInt8]) {
        switch connection.socket.send(head, body, skipping: 0) {
        case .count(let sent) where sent == head.count + body.count: endPart(connection)
        case .count(let sent): wait(connection, .init(head: head, body: body, sent: sent))
        case .wouldBlock: wait(connection, .init(head: head, body: body, sent: 0))
        case .ended: close(connection)
        }
    }

    /// Answers what cannot be a request, then closes.
    func refuse(_ connection: HTTPConnection, _ refusal: HTTPRefusal) {
        connection.exchange.keepsAlive = false
        connection.exchange.clientCloses = false
        connection.exchange.start = now
        answer(connection, configuration.refusal(refusal))
    }

    /// Tells the client that the body is welcome (RFC 9110 section 10.1.1).
    func sendContinue(_ connection: HTTPConnection) {
        guard !connection.hasSentContinue else { return }
        connection.hasSentContinue = true
        let line = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
        guard case .count(line.count) = connection.socket.send(line, [], skipping: 0) else { return close(connection) }
    }

    private func wait(_ connection: HTTPConnection, _ outgoing: HTTPConnection.Outgoing) {
        connection.outgoing = outgoing
        connection.state = .writing
        connection.deadline = now + timeouts.write * 1000 + Int64(outgoing.sent) * 1_000_000 / timeouts.slowestRate
        watch(connection, for: .writing)
    }

    func continueSending(_ connection: HTTPConnection) {
        guard var outgoing = connection.outgoing else { return close(connection) }
        switch connection.socket.send(outgoing.head, outgoing.body, skipping: outgoing.sent) {
        case .wouldBlock: return
        case .ended: close(connection)
        case .count(let sent):
            outgoing.sent += sent
            connection.outgoing = outgoing
            connection.deadline += Int64(sent) * 1_000_000 / timeouts.slowestRate
            if outgoing.sent == outgoing.head.count + outgoing.body.count { endPart(connection) }
        }
    }

    /// The response is sent: the next request, or the end.
    func endExchange(_ connection: HTTPConnection) {
        let wasBusy = connection.state != .reading
        connection.outgoing = nil
        connection.state = .reading
        if connection.exchange.keepsAlive {
            connection.deadline = now + timeouts.idle * 1000
            connection.idleSince = now
            connection.exchange = HTTPConnection.Exchange(start: now)
            watch(connection, for: .reading)
            // Called from the reading of the input itself, when it was answered at once: that reading goes on.
            if wasBusy && !connection.input.isEmpty { readInput(connection) }
        } else if connection.exchange.clientCloses {
            close(connection)
        } else {
            connection.socket.finishSending()
            connection.state = .lingering
            connection.input = []
            connection.deadline = now + timeouts.linger * 1000
            watch(connection, for: .reading)
        }
    }

    private func note(_ exchange: HTTPConnection.Exchange, _ status: HTTPStatus, bodyCount: Int, microseconds: Int64) {
        guard configuration.accessLog != nil else { return }
        AccessLog.write(exchange, status: status, bodyCount: bodyCount, microseconds: microseconds, into: &log)
    }
}
