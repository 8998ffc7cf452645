import Glibc

/// State that threads share, with the possibility to wait until it says something.
///
/// The standard library's `Mutex` cannot wait, and it spins when several threads want it at once: as the mailbox between a loop and eight
/// workers it took 43 % of the processor. Where threads meet at every request, use this.
package final class Monitor<State: Sendable>: @unchecked Sendable {
    // Unchecked because the compiler cannot see that `state` is touched under `lock` only.
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var state: State

    package init(_ state: State) {
        self.state = state
        lock.initialize(to: pthread_mutex_t())
        changed.initialize(to: pthread_cond_t())
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(lock)
        changed.deallocate()
        lock.deallocate()
    }

    /// Reads or changes the state alone, then wakes those who wait for a change.
    package func withLock<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
        defer { pthread_cond_broadcast(changed) }
        return try silently(body)
    }

    /// Reads or changes the state alone, and wakes nobody: for what nobody waits for, or what `wakeOne` tells.
    package func silently<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return try body(&state)
    }

    /// Wakes one of those who wait: after a silent change that is enough for one.
    package func wakeOne() { pthread_cond_signal(changed) }

    /// Blocks this thread until `body` gives a value. It runs alone, once at first and then after each change.
    @discardableResult
    package func wait<Result>(for body: (inout State) -> Result?) -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while true {
            if let result = body(&state) { return result }
            pthread_cond_wait(changed, lock)
        }
    }
}
