import Glibc

@testable import PortalServer

/// A client that says exactly what a test wants and reads what comes back. It gives up after five seconds.
final class TestConnection {
    /// A response as it stood on the wire.
    struct Response {
        let status: Int
        let head: String
        let body: [UInt8]
    }

    private let descriptor: Int32
    private var received: [UInt8] = []

    init(port: Int) throws {
        let address = try SocketAddress(host: "127.0.0.1", port: port)
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var patience = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        guard address.withPointer({ connect(descriptor, $0, $1) }) == 0 else {
            let error = SystemCallError(call: "connect")
            close(descriptor)
            throw error
        }
    }

    deinit { close(descriptor) }

    /// Sends it all, or as much as the server takes before it closes.
    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// The next whole response, nil when the server closes first or says nothing.
    func response(toHead: Bool = false) -> Response? {
        var end = received.endOfHead
        while end == nil {
            guard readMore() else { return nil }
            end = received.endOfHead
        }
        guard let end else { return nil }
        let head = String(decoding: received[..<end], as: UTF8.self)
        received.removeFirst(end)
        let lengthLine = head.split(separator: "\r\n").first { $0.hasPrefix("Content-Length: ") }
        let length = toHead ? 0 : lengthLine.flatMap { Int($0.dropFirst(16)) } ?? 0
        while received.count < length {
            guard readMore() else { return nil }
        }
        let body = Array(received.prefix(length))
        received.removeFirst(length)
        return Response(status: Int(head.dropFirst(9).prefix(3)) ?? 0, head: head, body: body)
    }

    /// Whether the server closes without another byte.
    var isClosedByServer: Bool { received.isEmpty && !readMore() && errno != EAGAIN }

    /// Returns when the server has cut the connection, without reading anything of it.
    func waitUntilCut() {
        var watched = pollfd(fd: descriptor, events: 0, revents: 0)
        poll(&watched, 1, 5000)
    }

    private func readMore() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        received += buffer.prefix(count)
        return true
    }
}

extension [UInt8] {
    fileprivate var endOfHead: Int? {
        guard count >= 4 else { return nil }
        return (0...count - 4).first { self[$0] == 13 && self[$0 + 1] == 10 && self[$0 + 2] == 13 && self[$0 + 3] == 10 }.map { $0 + 4 }
    }
}
