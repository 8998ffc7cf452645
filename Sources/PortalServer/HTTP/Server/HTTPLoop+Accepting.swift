/// How connections begin and end.
extension HTTPLoop {
    /// - Parameter most: a bound, so that a storm of new connections does not keep the others waiting.
    func acceptConnections(atMost most: Int = 64) {
        guard let listener else { return }
        for _ in 0..<most {
            guard connectionCount < configuration.connections || makeRoom() else { return pauseAccepting() }
            switch listener.accept() {
            case .connection(let descriptor, let address): begin(ConnectionSocket(descriptor: descriptor), from: address)
            case .nothingWaits: return
            case .exhausted: return pauseAccepting()
            }
        }
    }

    private func begin(_ socket: ConnectionSocket, from address: SocketAddress) {
        generation &+= 1
        let slot = freeSlots.popLast() ?? connections.count
        if slot == connections.count { connections.append(nil) }
        let token = HTTPConnection.Token(slot: slot, generation: generation)
        let connection = HTTPConnection(
            socket: socket,
            token: token,
            remoteAddress: address.host,
            limits: configuration.limits,
            now: now,
            deadline: now + timeouts.head * 1000
        )
        connections[slot] = connection
        connectionCount += 1
        do {
            try poll.add(socket.descriptor, token: token.number)
        } catch {
            close(connection)
        }
    }

    /// Ends a connection at once. The poll forgets a closed descriptor by itself.
    func close(_ connection: HTTPConnection) {
        guard connection.state != .closed else { return }
        connections[connection.token.slot] = nil
        freeSlots.append(connection.token.slot)
        connectionCount -= 1
        if connection.state == .writing { connection.socket.cut() } else { connection.socket.closeNow() }
        connection.state = .closed
        dropRest(of: connection)
    }

    /// Closes connections that wait between two requests for more than a second. False when there was none.
    private func makeRoom() -> Bool {
        for case .some(let connection) in connections where connection.isIdle && connection.idleSince < now - 1_000_000 { close(connection) }
        return connectionCount < configuration.connections
    }

    /// New connections wait in the kernel's queue until the next sweep.
    private func pauseAccepting() {
        guard let listener, !isAcceptingPaused else { return }
        isAcceptingPaused = true
        poll.remove(listener.descriptor)
    }

    func resumeAccepting() {
        guard let listener, isAcceptingPaused else { return }
        do {
            try poll.add(listener.descriptor, token: Self.listenerToken, shared: true)
            isAcceptingPaused = false
        } catch {
            // Tried again at the next sweep.
        }
    }

    /// The server stops: what waits in the listener's queue is still served, idle connections end now, the others after their answer.
    func beginDraining() {
        guard drainDeadline == nil else { return }
        drainDeadline = now + timeouts.drain * 1000
        acceptConnections(atMost: configuration.connections)
        if let listener {
            poll.remove(listener.descriptor)
            listener.stopListening()
        }
        listener = nil
        for case .some(let connection) in connections where connection.isIdle {
            // A request may have arrived in this very moment.
            receive(connection)
            if connection.isIdle { close(connection) }
        }
    }
}

extension HTTPConnection {
    /// Nothing of a request has arrived.
    var isIdle: Bool { state == .reading && reader.stage == .betweenRequests }
}
