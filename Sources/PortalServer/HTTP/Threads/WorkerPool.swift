import Synchronization

/// A few threads that run handlers, where these may block: `Task(executorPreference: pool)` starts one there and keeps it there.
///
/// A job must run once it has begun, so what is bounded is who may begin: `admit` says no when `capacity` requests run or wait already.
final class WorkerPool: TaskExecutor {
    private struct Jobs: Sendable {
        var waiting = Queue<UnownedJob>()
        var sleepers = 0
        var isStopped = false
    }

    private let jobs = Monitor(Jobs())
    private let admitted = Atomic<Int>(0)
    private let capacity: Int

    /// - Throws: `SystemCallError` when a thread cannot be started.
    init(threads: Int, capacity: Int) throws(SystemCallError) {
        self.capacity = capacity
        for _ in 0..<threads {
            try OperatingSystemThread.start { self.work() }
        }
    }

    /// Takes one of the places, until `leave`; false when there is none.
    func admit() -> Bool {
        guard admitted.wrappingAdd(1, ordering: .relaxed).newValue <= capacity else {
            leave()
            return false
        }
        return true
    }

    /// Gives the place back.
    func leave() { admitted.wrappingSubtract(1, ordering: .relaxed) }

    /// The threads end when nothing is left to do. What resumes later runs where it is resumed.
    func stop() {
        jobs.withLock { $0.isStopped = true }
        jobs.wakeAll()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let (isStopped, someoneSleeps) = jobs.withLock { jobs in
            if !jobs.isStopped { jobs.waiting.add(job) }
            return (jobs.isStopped, jobs.sleepers > 0)
        }
        if isStopped { job.runSynchronously(on: asUnownedTaskExecutor()) }
        if someoneSleeps { jobs.wakeOne() }
    }

    private func work() {
        while let job = nextJob() { job.runSynchronously(on: asUnownedTaskExecutor()) }
    }

    /// Sleeps until there is a job; nil when the pool has stopped.
    private func nextJob() -> UnownedJob? {
        var isSleeping = false
        return jobs.wait { jobs -> UnownedJob?? in
            if isSleeping { jobs.sleepers -= 1 }
            isSleeping = false
            if let job = jobs.waiting.take() { return .some(job) }
            if jobs.isStopped { return .some(nil) }
            jobs.sleepers += 1
            isSleeping = true
            return nil
        }
    }
}
