import CLinux
import Glibc

/// Wakes a loop that sleeps in `EventPoll.wait` from another thread (an eventfd).
final class Wakeup: Sendable {
    let descriptor: Int32

    /// - Throws: `SystemCallError`.
    init() throws(SystemCallError) {
        descriptor = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
        guard descriptor >= 0 else { throw SystemCallError(call: "eventfd") }
    }

    deinit { close(descriptor) }

    func signal() { eventfd_write(descriptor, 1) }

    /// Forgets the signals up to now.
    func clear() {
        var count: eventfd_t = 0
        eventfd_read(descriptor, &count)
    }
}
