import Glibc

/// What the file system refused, with its words: "write /srv/sauvegardes/x: No space left on device".
package struct FileFailure: Error, Hashable, Sendable, CustomStringConvertible {
    package let call: String
    package let path: String
    /// The `errno`.
    package let code: Int32

    /// The call that has just failed.
    init(_ call: String, _ path: String) {
        self.call = call
        self.path = path
        code = errno
    }

    package var description: String { "\(call) \(path)\u{A0}: \(String(cString: strerror(code)))" }

    /// Whether there is no room: it may come back.
    package var isFull: Bool { code == ENOSPC || code == EDQUOT }

    package var isMissing: Bool { code == ENOENT }
}
