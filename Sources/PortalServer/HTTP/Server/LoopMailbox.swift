import PortalCore

/// What other threads tell a loop: they post, it wakes and takes everything at once.
final class LoopMailbox: Sendable {
    enum Message: Sendable {
        /// A handler has answered the request of a connection.
        case answered(HTTPConnection.Token, HTTPResponse)
        /// The next part of a long response; nil when it could not be made.
        case part(HTTPConnection.Token, [UInt8]?)
        case stop
    }

    let wakeup: Wakeup
    private let messages = Monitor<[Message]>([])

    /// - Throws: `SystemCallError`.
    init() throws(SystemCallError) {
        wakeup = try Wakeup()
    }

    func post(_ message: Message) {
        let isFirst = messages.silently { messages in
            messages.append(message)
            return messages.count == 1
        }
        if isFirst { wakeup.signal() }
    }

    /// Empties the mailbox. Only its loop calls it.
    func takeAll() -> [Message] {
        wakeup.clear()
        return messages.silently { messages in
            defer { messages = [] }
            return messages
        }
    }
}
