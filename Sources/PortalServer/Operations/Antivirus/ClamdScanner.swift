import CLinux
import Glibc
import PortalCore

/// ClamAV's daemon, over its local socket (clamd(8), INSTREAM): nothing is written to a disk, and clamd needs no right to read the database.
struct ClamdScanner: VirusScanner {
    /// The path of the socket: "/run/clamav/clamd.ctl".
    let path: String
    /// Milliseconds that clamd has for each step.
    var patience = 20_000
    private static let chunk = 1 << 16

    /// The variable that it is set by, for the help of the commands.
    static let help = """
        PORTAL_CLAMD_SOCKET   socket de ClamAV (/run/clamav/clamd.ctl) : ce que les familles envoient est analysé avant d'être ouvert
        """

    func scan(_ bytes: [UInt8]) throws -> ScanVerdict {
        let descriptor = try connected()
        defer { close(descriptor) }
        // clamd may hang up as soon as it has seen enough: what it said is read all the same.
        _ = ClamdScanner.stream(bytes).allSatisfy { part in ClamdScanner.send(part, to: descriptor) }
        return try ClamdScanner.verdict(answer(from: descriptor))
    }

    /// The command, the bytes in chunks behind their lengths, and the end.
    static func stream(_ bytes: [UInt8]) -> [[UInt8]] {
        let chunks = stride(from: 0, to: bytes.count, by: chunk).map { start in
            let part = bytes[start..<min(bytes.count, start + chunk)]
            return (0..<4).map { UInt8(truncatingIfNeeded: part.count >> (24 - 8 * $0)) } + part
        }
        return [Array("zINSTREAM\0".utf8)] + chunks + [[0, 0, 0, 0]]
    }

    /// "stream: OK", "stream: Eicar-Test-Signature FOUND"; anything else is no verdict.
    static func verdict(_ answer: String) throws -> ScanVerdict {
        let words = answer.drop { $0 != " " }.dropFirst()
        if words == "OK" { return .clean }
        guard words.hasSuffix(" FOUND") else { throw ScannerFailure(answer: answer) }
        return .infected(String(words.dropLast(" FOUND".count)))
    }

    private func connected() throws -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { throw SystemCallError(call: "connect \(path)", code: ENAMETOOLONG) }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SystemCallError(call: "socket") }
        var patience = timeval(tv_sec: patience / 1000, tv_usec: patience % 1000 * 1000)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
        guard status == 0 else {
            let error = SystemCallError(call: "connect \(path)")
            close(descriptor)
            throw error
        }
        return descriptor
    }

    /// Sends it all; false when the other side takes no more.
    private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// What comes before the zero byte, or before the end.
    private func answer(from descriptor: Int32) throws -> String {
        var received: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 512)
        while received.count < 4096, !received.contains(0) {
            let count = recv(descriptor, &part, part.count, 0)
            guard count >= 0 else { throw SystemCallError(call: "recv \(path)") }
            if count == 0 { break }
            received += part[..<count]
        }
        return String(decoding: received.prefix { $0 != 0 }, as: UTF8.self)
    }
}
