import Glibc

/// What the command line prints: answers on standard output, complaints on standard error.
enum Terminal {
    static func print(_ line: String) { put(line, on: STDOUT_FILENO) }
    static func complain(_ line: String) { put(line, on: STDERR_FILENO) }

    private static func put(_ line: String, on descriptor: Int32) {
        var bytes = Array((line + "\n").utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}
