import CLinux
import Glibc
import PortalCore
import Synchronization

/// SIGTERM and SIGINT as something to wait for. The first asks for a graceful stop, a second one ends the process at once.
///
/// Handlers and not blocked signals: libdispatch unblocks every signal on the main thread of a Swift program.
struct ShutdownSignals: Sendable {
    /// Where the handlers write; one per process.
    private static let descriptor = Atomic<Int32>(-1)

    /// Takes the two signals from the process, and ignores SIGPIPE.
    ///
    /// - Throws: `SystemCallError`.
    init() throws(SystemCallError) {
        let opened = eventfd(0, Int32(EFD_CLOEXEC))
        guard opened >= 0 else { throw SystemCallError(call: "eventfd") }
        Self.descriptor.store(opened, ordering: .sequentiallyConsistent)
        signal(SIGPIPE, SIG_IGN)
        for number in [SIGTERM, SIGINT] {
            signal(number) { _ in
                let savedError = errno
                eventfd_write(ShutdownSignals.descriptor.load(ordering: .sequentiallyConsistent), 1)
                errno = savedError
            }
        }
    }

    /// Returns when one of them arrives.
    ///
    /// - Throws: `ThreadShortage` when the thread that waits cannot be started.
    func wait() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            do {
                try WorkerThread.start {
                    Self.waitForOne()
                    continuation.resume()
                    Self.waitForOne()
                    _exit(130)
                }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    /// Asks for the graceful stop from inside, as SIGTERM does from outside; false before the signals were taken.
    static func request() -> Bool {
        let opened = descriptor.load(ordering: .sequentiallyConsistent)
        return opened >= 0 && eventfd_write(opened, 1) == 0
    }

    private static func waitForOne() {
        var count: eventfd_t = 0
        while eventfd_read(descriptor.load(ordering: .sequentiallyConsistent), &count) != 0 && errno == EINTR {}
    }
}
