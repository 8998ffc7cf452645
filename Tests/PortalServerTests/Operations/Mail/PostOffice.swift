import Glibc
import PortalCore
import Synchronization

/// A mail server on the loopback that answers as a test wants and keeps what it was given.
final class PostOffice: Sendable {
    struct Delivery: Hashable, Sendable {
        let sender: String
        let recipient: String
        let text: String
    }

    /// Answers by the beginning of a command: "RCPT TO:<inconnu@" -> "550 5.1.1 User unknown".
    private let answers: [String: String]
    private let delivered = Mutex<[Delivery]>([])
    private let listener: Int32
    let port: UInt16

    init(answers: [String: String] = [:]) throws {
        self.answers = answers
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic -> Int32 in
                guard bind(listener, generic, length) == 0, listen(listener, 8) == 0 else { return -1 }
                return getsockname(listener, generic, &length)
            }
        }
        guard status == 0 else { throw Failure.noSocket }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
    }

    enum Failure: Error { case noSocket }

    deinit { close(listener) }

    var deliveries: [Delivery] { delivered.withLock { $0 } }

    /// Serves connections, each on a thread of its own, until `close`.
    func open() throws {
        try WorkerThread.start { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                try? WorkerThread.start { self.serve(connection) }
            }
        }
    }

    /// Takes no more connections.
    func shut() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        var lines = Lines(connection)
        var sender = ""
        var recipient = ""
        say("220 bureau.exemple ESMTP", to: connection)
        while let line = lines.next() {
            if let refusal = answers.first(where: { line.hasPrefix($0.key) })?.value {
                say(refusal, to: connection)
            } else if line.hasPrefix("EHLO") {
                say("250-bureau.exemple\r\n250 AUTH PLAIN", to: connection)
            } else if line.hasPrefix("AUTH") {
                say("334", to: connection)
                _ = lines.next()
                say("235 2.7.0 ok", to: connection)
            } else if line.hasPrefix("MAIL FROM:") {
                sender = String(line.dropFirst(10))
                say("250 2.1.0 ok", to: connection)
            } else if line.hasPrefix("RCPT TO:") {
                recipient = String(line.dropFirst(8))
                say("250 2.1.5 ok", to: connection)
            } else if line == "DATA" {
                say("354 go ahead", to: connection)
                var text: [String] = []
                while let line = lines.next(), line != "." { text.append(line.hasPrefix(".") ? String(line.dropFirst()) : line) }
                let delivery = Delivery(sender: sender, recipient: recipient, text: text.map { "\($0)\r\n" }.joined())
                delivered.withLock { $0.append(delivery) }
                say("250 2.0.0 queued", to: connection)
            } else if line == "QUIT" {
                say("221 bye", to: connection)
                return
            } else {
                say("250 ok", to: connection)
            }
        }
    }

    private func say(_ line: String, to connection: Int32) {
        let bytes = Array("\(line)\r\n".utf8)
        _ = bytes.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// The lines that a connection sends, without their CRLF.
    private struct Lines {
        private let connection: Int32
        private var waiting: [UInt8] = []

        init(_ connection: Int32) { self.connection = connection }

        mutating func next() -> String? {
            while true {
                if let end = waiting.firstIndex(of: UInt8(ascii: "\n")) {
                    let line = String(decoding: waiting[..<end].dropLast(), as: UTF8.self)
                    waiting.removeSubrange(...end)
                    return line
                }
                var buffer = [UInt8](repeating: 0, count: 4096)
                let count = recv(connection, &buffer, buffer.count, 0)
                guard count > 0 else { return nil }
                waiting += buffer.prefix(count)
            }
        }
    }
}
