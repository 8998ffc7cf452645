/// Responses that are made while they are sent: one part is in memory, the next one is made when the client has taken it.
extension HTTPLoop {
    /// Its place among the requests was taken with `admit`, and is given back with the last part or with the connection.
    func keepRest(of response: HTTPResponse, for connection: HTTPConnection) {
        connection.rest = response.rest
        connection.restCount = response.rest?.length ?? 0
    }

    func dropRest(of connection: HTTPConnection) {
        guard connection.rest != nil else { return }
        connection.rest = nil
        surroundings.pool.leave()
    }

    /// What was to be sent is sent: the next part, or the end.
    func endPart(_ connection: HTTPConnection) {
        guard let rest = connection.rest, connection.restCount > 0 else {
            dropRest(of: connection)
            return endExchange(connection)
        }
        connection.outgoing = nil
        connection.state = .handling
        connection.deadline = .max
        watch(connection, for: .nothing)
        let (mailbox, token) = (surroundings.mailbox, connection.token)
        Task(executorPreference: surroundings.pool) {
            do {
                mailbox.post(.part(token, try await rest.next()))
            } catch {
                Terminal.complain("HTTP: \(error)")
                mailbox.post(.part(token, nil))
            }
        }
    }

    /// Sends the next part. Without one, or with more than was announced, the connection ends: the client sees that it is cut.
    func sendPart(_ connection: HTTPConnection, _ part: [UInt8]?) {
        guard !connection.isAbandoned, let part, !part.isEmpty, part.count <= connection.restCount else { return close(connection) }
        connection.restCount -= part.count
        send(connection, [], part)
    }
}
