import Glibc
import PortalCore

/// One line per request on standard output, written by a thread of its own so that a slow reader slows nobody.
///
/// No query, no address, no name: "GET /bondoufle/agenda 200 10106 812 00000193a0000001" is method, path, status, bytes of the body, microseconds
/// and the request's identifier.
final class AccessLog: Sendable {
    private struct Pending: Sendable {
        var bytes: [UInt8] = []
        var dropped = 0
        var isWriting = false
    }

    private static let capacity = 1 << 20
    private let pending = Monitor(Pending())
    private let descriptor: Int32

    /// - Throws: `ThreadShortage` when its thread cannot be started.
    init(descriptor: Int32 = STDOUT_FILENO) throws(ThreadShortage) {
        self.descriptor = descriptor
        try WorkerThread.start { self.writeForever() }
    }

    /// Adds whole lines. When the reader has fallen behind by a megabyte they are dropped and counted.
    func append(_ lines: [UInt8]) {
        pending.withLock { pending in
            if pending.bytes.count + lines.count <= Self.capacity { pending.bytes += lines } else { pending.dropped += 1 }
        }
    }

    /// Returns when everything up to now is written.
    func flush() {
        pending.wait { $0.bytes.isEmpty && !$0.isWriting ? () : nil }
    }

    private func writeForever() {
        while true {
            let (bytes, dropped) = pending.wait { pending -> ([UInt8], Int)? in
                guard !pending.bytes.isEmpty else { return nil }
                let taken = (pending.bytes, pending.dropped)
                pending = Pending(isWriting: true)
                return taken
            }
            write(bytes)
            if dropped > 0 { write(Array("access log: \(dropped) batches of lines dropped\n".utf8)) }
            pending.withLock { $0.isWriting = false }
            // Lines come in batches then, and a quiet server wakes no thread.
            usleep(50000)
        }
    }

    private func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

extension AccessLog {
    /// The line of one request. A path has no spaces or control characters: it has been checked.
    static func write(_ exchange: HTTPConnection.Exchange, status: HTTPStatus, bodyCount: Int, microseconds: Int64, into lines: inout [UInt8]) {
        lines.append(contentsOf: exchange.method.name.utf8)
        lines.append(UInt8(ascii: " "))
        lines.append(contentsOf: exchange.path.utf8)
        for number in [status.code, bodyCount, Int(microseconds)] {
            lines.append(UInt8(ascii: " "))
            lines.append(number: number)
        }
        lines.append(UInt8(ascii: " "))
        lines.append(contentsOf: exchange.id.description.utf8)
        lines.append(UInt8(ascii: "\n"))
    }
}
