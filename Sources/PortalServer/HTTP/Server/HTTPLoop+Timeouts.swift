/// What ends because it lasts too long.
extension HTTPLoop {
    func sweep() {
        nextSweep = now + timeouts.sweepInterval * 1000
        let isDrainOver = drainDeadline.map { now >= $0 } ?? false
        for case .some(let connection) in connections {
            if isDrainOver {
                close(connection)
            } else if now >= connection.deadline {
                expire(connection)
            }
        }
        if connectionCount < configuration.connections { resumeAccepting() }
    }

    private func expire(_ connection: HTTPConnection) {
        guard connection.state == .reading, connection.reader.stage != .betweenRequests else { return close(connection) }
        refuse(connection, .timeout)
    }
}
