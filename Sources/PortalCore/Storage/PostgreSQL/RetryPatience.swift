import Glibc

/// How long a transaction is tried again: two seconds, in which a server restarts and a deadlock resolves itself, with growing pauses that differ
/// from one thread to the other.
struct RetryPatience {
    private let end = ContinuousClock.now + .seconds(2)
    private var longestPause = 10

    /// Pauses before the next try; false when it is time to give up. Blocks its thread.
    mutating func wait(after error: DatabaseError) -> Bool {
        guard ContinuousClock.now < end else { return false }
        let milliseconds = Int.random(in: 1...longestPause)
        longestPause = min(longestPause * 2, 200)
        var pause = timespec(tv_sec: 0, tv_nsec: milliseconds * 1_000_000)
        nanosleep(&pause, nil)
        return true
    }
}

extension DatabaseError {
    /// Whether the same transaction may well succeed in a moment.
    var asksForAnotherTry: Bool {
        switch self {
        case .retry, .unreachable: true
        default: false
        }
    }

    /// What the caller is told when trying again did not help.
    var afterTheLastTry: DatabaseError {
        if case .retry = self { .overloaded } else { self }
    }
}
