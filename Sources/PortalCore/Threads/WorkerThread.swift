import Glibc

/// A thread of the operating system, for work that blocks: Swift's own pool has one thread per core and must never wait.
package enum WorkerThread {
    /// Starts a thread that runs `body` and ends with it. Signals to the process are left to the other threads.
    ///
    /// Not to be called with a closure written in `main.swift`: that one belongs to the main actor and traps here.
    ///
    /// - Throws: `ThreadShortage` when the system refuses one more.
    package nonisolated static func start(_ body: @escaping @Sendable () -> Void) throws(ThreadShortage) {
        var previous = sigset_t()
        var blocked = signalsForOthers()
        pthread_sigmask(SIG_SETMASK, &blocked, &previous)
        defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }

        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(body))
        let status = pthread_create(
            &thread,
            nil,
            { raw in
                if let raw { Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().body() }
                return nil
            },
            work.toOpaque()
        )
        guard status == 0 else {
            work.release()
            throw ThreadShortage(code: status)
        }
        pthread_detach(thread)
    }

    /// All signals but those that a thread's own mistake raises.
    private static func signalsForOthers() -> sigset_t {
        var signals = sigset_t()
        sigfillset(&signals)
        for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT] { sigdelset(&signals, fault) }
        return signals
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}

/// The system has no thread left to give.
package struct ThreadShortage: Error {
    /// The `errno` of `pthread_create`.
    package let code: Int32
}
