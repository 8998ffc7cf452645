/// A few threads that do jobs from one bounded line, several at a time. They are started as jobs come, and stay.
package final class WorkerCrew: Sendable {
    private struct Line: Sendable {
        var jobs: [@Sendable () -> Void] = []
        var threads = 0
        var sleepers = 0
        var isClosed = false
    }

    /// What became of a job that was handed in.
    package enum Answer: Sendable {
        case taken
        /// The line is full.
        case full
        case closed
    }

    private let line = Monitor(Line())
    private let size: Int
    private let capacity: Int

    /// - Parameters:
    ///   - size: the most threads.
    ///   - capacity: jobs that may wait besides those that run.
    /// - Throws: `ThreadShortage` when the system has no thread even for the first.
    package init(size: Int, capacity: Int) throws(ThreadShortage) {
        self.size = size
        self.capacity = capacity
        try startThread()
    }

    deinit {
        line.withLock { $0.isClosed = true }
    }

    /// Puts a job at the end of the line, with one thread more when all of them work.
    package func submit(_ job: @escaping @Sendable () -> Void) -> Answer {
        let (answer, wantsThread): (Answer, Bool) = line.withLock {
            if $0.isClosed { return (.closed, false) }
            guard $0.jobs.count < capacity else { return (.full, false) }
            $0.jobs.append(job)
            return (.taken, $0.jobs.count > $0.sleepers && $0.threads < size)
        }
        // When the system has none, those that are there do the job later.
        if wantsThread { try? startThread() }
        return answer
    }

    /// Takes no more jobs, and returns when those in the line are done. Not for one of its own threads.
    package func close() {
        line.withLock { $0.isClosed = true }
        line.wait { $0.threads == 0 ? true : nil }
    }

    private func startThread() throws(ThreadShortage) {
        line.withLock { $0.threads += 1 }
        do {
            try WorkerThread.start { [line] in
                while let job = WorkerCrew.next(in: line) { job() }
                line.withLock { $0.threads -= 1 }
            }
        } catch {
            line.withLock { $0.threads -= 1 }
            throw error
        }
    }

    /// Waits for a job; nil when there will be none.
    private static func next(in line: Monitor<Line>) -> (@Sendable () -> Void)? {
        var isSleeping = false
        return line.wait { line -> (@Sendable () -> Void)?? in
            if isSleeping { line.sleepers -= 1 }
            isSleeping = false
            if !line.jobs.isEmpty { return line.jobs.removeFirst() }
            if line.isClosed { return .some(nil) }
            line.sleepers += 1
            isSleeping = true
            return nil
        }
    }
}
