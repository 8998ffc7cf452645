import Glibc
import Synchronization

/// Names a request in the log, and to the person who calls the help desk. Says nothing about the visitor.
struct RequestIdentifier: Hashable, Sendable, CustomStringConvertible {
    let number: UInt64

    /// Sixteen hexadecimal digits.
    var description: String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The next one: the second of the server's start, then a counter, so that a restart repeats none.
    static func next() -> RequestIdentifier {
        RequestIdentifier(number: counter.wrappingAdd(1, ordering: .relaxed).newValue)
    }

    private static let counter = Atomic<UInt64>(UInt64(time(nil)) << 32)
}
