import Glibc
import PortalCore

@testable import PortalServer

/// A daemon on a socket of its own that takes one connection, and answers it as the test wants.
final class FakeClamd: Sendable {
    enum Manner: Sendable {
        case answers(String)
        /// Hangs up without a word.
        case hangsUp
        /// Takes the connection and says nothing until the scanner has given up.
        case isSilent
    }

    private let folder: ScratchFolder
    private let listener: Int32

    private init(_ manner: Manner) throws {
        folder = try ScratchFolder()
        listener = try Self.listening("\(folder.path)/clamd")
        let listener = listener
        try WorkerThread.start { Self.serve(listener, manner) }
    }

    deinit { close(listener) }

    /// What a scanner makes of a file of some size.
    static func scan(_ size: Int, _ manner: Manner, patience: Int = 5000) throws -> ScanVerdict {
        let daemon = try FakeClamd(manner)
        return try withExtendedLifetime(daemon) {
            try ClamdScanner(path: "\(daemon.folder.path)/clamd", patience: patience).scan([UInt8](repeating: 1, count: size))
        }
    }

    private static func listening(_ path: String) throws -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
        guard status == 0, listen(descriptor, 1) == 0 else { throw SystemCallError(call: "bind \(path)") }
        return descriptor
    }

    private static func serve(_ listener: Int32, _ manner: Manner) {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        defer { close(connection) }
        switch manner {
        case .answers(let text):
            let answer = Array(text.utf8)
            _ = answer.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            drain(connection)
        case .hangsUp: break
        case .isSilent: drain(connection)
        }
    }

    /// Reads until the scanner hangs up.
    private static func drain(_ connection: Int32) {
        var part = [UInt8](repeating: 0, count: 4096)
        while recv(connection, &part, part.count, 0) > 0 {}
    }
}
