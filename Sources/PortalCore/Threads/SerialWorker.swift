/// One thread that does jobs in turn, with a bounded line before it.
package final class SerialWorker: Sendable {
    private struct Line: Sendable {
        var jobs: [@Sendable () -> Void] = []
        var isClosed = false
    }

    private let line = Monitor(Line())
    private let capacity: Int

    /// - Parameter capacity: jobs that may wait besides the one that runs.
    /// - Throws: `ThreadShortage` when the system has no thread for it.
    package init(capacity: Int) throws(ThreadShortage) {
        self.capacity = capacity
        try WorkerThread.start { [line] in
            while let job = SerialWorker.next(in: line) { job() }
        }
    }

    deinit {
        line.withLock { $0.isClosed = true }
    }

    /// Puts a job at the end of the line; false when the line is full.
    package func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
        line.withLock {
            guard $0.jobs.count < capacity else { return false }
            $0.jobs.append(job)
            return true
        }
    }

    /// Waits for a job; nil when there will be none.
    private static func next(in line: Monitor<Line>) -> (@Sendable () -> Void)? {
        line.wait { line -> (@Sendable () -> Void)?? in
            if !line.jobs.isEmpty { return line.jobs.removeFirst() }
            return line.isClosed ? .some(nil) : nil
        }
    }
}
