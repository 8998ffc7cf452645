import Glibc

/// An IPv4 or IPv6 address with its port.
struct SocketAddress: CustomStringConvertible {
    private var storage = sockaddr_storage()

    static let capacity = socklen_t(MemoryLayout<sockaddr_storage>.size)

    /// Room for an address that a call fills in.
    init() {}

    /// - Throws: `SystemCallError` when the host is no numeric address.
    init(host: String, port: Int) throws(SystemCallError) {
        let networkPort = in_port_t(truncatingIfNeeded: port).bigEndian
        var version4 = sockaddr_in()
        var version6 = sockaddr_in6()
        if inet_pton(AF_INET, host, &version4.sin_addr) == 1 {
            version4.sin_family = sa_family_t(AF_INET)
            version4.sin_port = networkPort
            withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: version4, as: sockaddr_in.self) }
        } else if inet_pton(AF_INET6, host, &version6.sin6_addr) == 1 {
            version6.sin6_family = sa_family_t(AF_INET6)
            version6.sin6_port = networkPort
            withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: version6, as: sockaddr_in6.self) }
        } else {
            throw SystemCallError(call: "address \(host)", code: EINVAL)
        }
    }

    var family: sa_family_t { storage.ss_family }

    private var isVersion6: Bool { Int32(family) == AF_INET6 }
    private var version4: sockaddr_in { withUnsafeBytes(of: storage) { $0.load(as: sockaddr_in.self) } }
    private var version6: sockaddr_in6 { withUnsafeBytes(of: storage) { $0.load(as: sockaddr_in6.self) } }

    var port: Int { Int(in_port_t(bigEndian: isVersion6 ? version6.sin6_port : version4.sin_port)) }

    /// The address without the port: "127.0.0.1", "::1".
    var host: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        var address4 = version4.sin_addr
        var address6 = version6.sin6_addr
        let isWritten =
            isVersion6
            ? inet_ntop(AF_INET6, &address6, &text, socklen_t(text.count)) != nil : inet_ntop(AF_INET, &address4, &text, socklen_t(text.count)) != nil
        guard isWritten else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    var description: String { isVersion6 ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// What the socket calls want.
    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        let length = socklen_t(isVersion6 ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size)
        return withUnsafePointer(to: storage) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) } }
    }

    mutating func withMutablePointer<Result>(_ body: (UnsafeMutablePointer<sockaddr>) -> Result) -> Result {
        withUnsafeMutablePointer(to: &storage) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0) } }
    }
}
