import Glibc
import PortalCore

/// Stands between the portal and its PostgreSQL server, and cuts the line at the worst moment when it is told to.
///
/// Unchecked: what changes is in a monitor.
final class PostgreSQLRelay: @unchecked Sendable {
    /// When to cut, once.
    enum Cut: Sendable {
        /// The commit never reaches the server.
        case beforeCommit
        /// The server commits, and its answer never comes back.
        case afterCommit
    }

    /// The server's address by way of this relay.
    let uri: String
    private let folder: String
    private let server: String
    private let listener: Int32
    private let cut = Monitor<Cut?>(nil)
    /// Nothing passes any more.
    private let isDown = Monitor(false)

    struct NoServer: Error {}

    init() throws {
        guard let uri = TestServer.uri, let host = uri.split(separator: "host=").last.map(String.init), uri.contains("host=/") else {
            throw NoServer()
        }
        server = "\(host)/.s.PGSQL.5432"
        var template = Array("/tmp/portail-relais-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw NoServer() }
        folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        self.uri = uri.replacing(host, with: folder)
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard PostgreSQLRelay.withAddress("\(folder)/.s.PGSQL.5432", { bind(listener, $0, $1) }) == 0, listen(listener, 64) == 0 else {
            throw NoServer()
        }
        try WorkerThread.start { [listener, server, cut, isDown] in
            while case let client = accept(listener, nil, nil), client >= 0 {
                if isDown.silently({ $0 }) {
                    close(client)
                } else {
                    try? WorkerThread.start { PostgreSQLRelay.carry(client, to: server, cut) }
                }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        unlink("\(folder)/.s.PGSQL.5432")
        rmdir(folder)
    }

    /// Cuts the line at the next commit.
    func cutOnce(_ moment: Cut) { cut.withLock { $0 = moment } }

    /// Cuts the line at the next commit, and takes no new one until it is mended.
    func cut(_ moment: Cut) {
        cutOnce(moment)
        isDown.silently { $0 = true }
    }

    func mend() { isDown.silently { $0 = false } }

    private static func carry(_ client: Int32, to server: String, _ cut: Monitor<Cut?>) {
        let upstream = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer {
            close(client)
            close(upstream)
        }
        guard withAddress(server, { connect(upstream, $0, $1) }) == 0 else { return }
        var bytes = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            var ends = [pollfd(fd: client, events: Int16(POLLIN), revents: 0), pollfd(fd: upstream, events: Int16(POLLIN), revents: 0)]
            guard poll(&ends, 2, -1) > 0 else { return }
            for (end, other) in [(0, upstream), (1, client)] where ends[end].revents != 0 {
                let count = read(ends[end].fd, &bytes, bytes.count)
                guard count > 0 else { return }
                let isCommit = end == 0 && String(decoding: bytes[..<count], as: UTF8.self).contains("COMMIT\0")
                let moment =
                    isCommit
                    ? cut.withLock { cut in
                        defer { cut = nil }; return cut
                    } : nil
                if moment == .beforeCommit { return }
                guard send(other, bytes, count, Int32(MSG_NOSIGNAL)) == count else { return }
                if moment == .afterCommit {
                    _ = read(upstream, &bytes, bytes.count)
                    return
                }
            }
        }
    }

    private static func withAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
    }
}
