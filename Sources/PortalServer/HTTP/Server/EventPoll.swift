import CLinux
import Glibc

/// The kernel's list of descriptors that a loop waits for (epoll, level-triggered).
///
/// The only file that knows epoll. Each descriptor is watched under a token that its event brings back.
struct EventPoll: ~Copyable {
    enum Interest {
        case reading, writing
        /// Only errors and the end of the connection, which epoll always tells.
        case nothing
    }

    private let descriptor: Int32
    private let events: UnsafeMutableBufferPointer<epoll_event>

    /// - Throws: `SystemCallError`.
    init(eventsAtOnce: Int = 256) throws(SystemCallError) {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard descriptor >= 0 else { throw SystemCallError(call: "epoll_create1") }
        events = .allocate(capacity: eventsAtOnce)
    }

    deinit {
        events.deallocate()
        close(descriptor)
    }

    /// Watches a descriptor. Shared: of several loops that watch the same one, the kernel wakes one at a time.
    func add(_ watched: Int32, token: UInt64, shared: Bool = false) throws(SystemCallError) {
        let flags = EPOLLIN.rawValue | (shared ? EPOLLEXCLUSIVE.rawValue : 0)
        try control(EPOLL_CTL_ADD, watched, flags, token, call: "epoll_ctl add")
    }

    /// Waits for something else from a watched descriptor.
    func change(_ watched: Int32, token: UInt64, to interest: Interest) throws(SystemCallError) {
        let flags =
            switch interest {
            case .reading: EPOLLIN.rawValue
            case .writing: EPOLLOUT.rawValue
            case .nothing: UInt32(0)
            }
        try control(EPOLL_CTL_MOD, watched, flags, token, call: "epoll_ctl modify")
    }

    func remove(_ watched: Int32) {
        var none = epoll_event()
        _ = epoll_ctl(descriptor, EPOLL_CTL_DEL, watched, &none)
    }

    /// Sleeps until something happens or the time is over, then gives each event's token.
    ///
    /// - Parameter milliseconds: -1 waits without end.
    func wait(milliseconds: Int32, _ handle: (_ token: UInt64, _ hasFailed: Bool) -> Void) throws(SystemCallError) {
        let count = epoll_wait(descriptor, events.baseAddress, Int32(events.count), milliseconds)
        guard count >= 0 else {
            if errno == EINTR { return }
            throw SystemCallError(call: "epoll_wait")
        }
        for index in 0..<Int(count) {
            let event = events[index]
            handle(event.data.u64, event.events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0)
        }
    }

    private func control(_ operation: Int32, _ watched: Int32, _ flags: UInt32, _ token: UInt64, call: String) throws(SystemCallError) {
        var event = epoll_event()
        event.events = flags
        event.data.u64 = token
        guard epoll_ctl(descriptor, operation, watched, &event) == 0 else { throw SystemCallError(call: call) }
    }
}
