import Glibc

/// A call of the operating system that failed, and why.
struct SystemCallError: Error, CustomStringConvertible {
    /// What was tried: "bind 127.0.0.1:8080".
    let call: String
    /// The value of errno.
    let code: Int32

    init(call: String, code: Int32 = errno) {
        self.call = call
        self.code = code
    }

    var description: String { "\(call): \(String(cString: strerror(code)))" }
}
