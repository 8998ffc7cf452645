import CLinux
import Glibc

/// The socket on which connections arrive.
final class ListeningSocket: Sendable {
    let descriptor: Int32
    /// The port that it listens on: the system's choice when 0 was asked for.
    let port: Int

    /// - Parameter host: an IPv4 or IPv6 address.
    /// - Throws: `SystemCallError` that names the address, when it is taken, forbidden or no address.
    init(host: String, port: Int) throws(SystemCallError) {
        var address = try SocketAddress(host: host, port: port)
        let descriptor = socket(Int32(address.family), Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SystemCallError(call: "socket") }
        do throws(SystemCallError) {
            // A port whose last connections are still being forgotten can be taken again.
            try Self.set(descriptor, SOL_SOCKET, SO_REUSEADDR)
            // The accepted connections inherit it: an answer leaves at once and not when the last one is acknowledged.
            try Self.set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY)
            guard address.withPointer({ bind(descriptor, $0, $1) }) == 0 else { throw SystemCallError(call: "bind \(address)") }
            guard listen(descriptor, 4096) == 0 else { throw SystemCallError(call: "listen \(address)") }
            var length = SocketAddress.capacity
            guard address.withMutablePointer({ getsockname(descriptor, $0, &length) }) == 0 else { throw SystemCallError(call: "getsockname") }
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        self.port = address.port
    }

    deinit { close(descriptor) }

    /// What came of trying to accept a connection.
    enum Accepted {
        case connection(Int32, SocketAddress)
        case nothingWaits
        /// The process or the system has no descriptor or memory left.
        case exhausted
    }

    func accept() -> Accepted {
        var address = SocketAddress()
        var length = SocketAddress.capacity
        while true {
            let accepted = address.withMutablePointer {
                accept4(descriptor, $0, &length, Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue))
            }
            if accepted >= 0 { return .connection(accepted, address) }
            switch errno {
            case EAGAIN: return .nothingWaits
            // A connection that failed before it was accepted (accept(2)): the next one.
            case EINTR, ECONNABORTED, EPROTO, EPERM, ENETDOWN, EHOSTDOWN, EHOSTUNREACH, ENETUNREACH: length = SocketAddress.capacity
            default: return .exhausted
            }
        }
    }

    /// From now on connections are refused.
    func stopListening() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    private static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32) throws(SystemCallError) {
        var on: Int32 = 1
        guard setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size)) == 0 else { throw SystemCallError(call: "setsockopt") }
    }
}
