import PortalCore
import Synchronization

/// A few threads that run handlers, where these may block: `Task(executorPreference: pool)` starts one there and keeps it there.
///
/// A job must run once it has begun, so what is bounded is who may begin: `admit` says no when `capacity` requests run or wait already.
final class WorkerPool: TaskExecutor {
    private struct Jobs: Sendable {
        var waiting = Queue<UnownedJob>()
        var sleepers = 0
        /// One thread has been woken and has not looked yet.
        var isWaking = false
        var isStopped = false

        /// One thread at a time is woken; when it finds more than one job it has the next one woken. So short handlers
        /// keep one thread busy instead of eight waking for one job each, and long ones have all of them running.
        var wakesAnother: Bool {
            mutating get {
                guard waiting.count > 0, sleepers > 0, !isWaking else { return false }
                isWaking = true
                return true
            }
        }
    }

    private let jobs = Monitor(Jobs())
    private let admitted = Atomic<Int>(0)
    private let capacity: Int

    /// - Throws: `ThreadShortage` when a thread cannot be started.
    init(threads: Int, capacity: Int) throws(ThreadShortage) {
        self.capacity = capacity
        for _ in 0..<threads {
            try WorkerThread.start { self.work() }
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
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let (isStopped, wakesOne) = jobs.silently { jobs in
            if !jobs.isStopped { jobs.waiting.add(job) }
            return (jobs.isStopped, jobs.wakesAnother)
        }
        if isStopped { job.runSynchronously(on: asUnownedTaskExecutor()) }
        if wakesOne { jobs.wakeOne() }
    }

    private func work() {
        while let job = nextJob() { job.runSynchronously(on: asUnownedTaskExecutor()) }
    }

    /// Sleeps until there is a job; nil when the pool has stopped.
    private func nextJob() -> UnownedJob? {
        var isSleeping = false
        let (job, wakesAnother) = jobs.wait { jobs -> (UnownedJob?, Bool)? in
            if isSleeping {
                jobs.sleepers -= 1
                jobs.isWaking = false
                isSleeping = false
            }
            if let job = jobs.waiting.take() { return (job, jobs.wakesAnother) }
            if jobs.isStopped { return (nil, false) }
            jobs.sleepers += 1
            isSleeping = true
            return nil
        }
        if wakesAnother { jobs.wakeOne() }
        return job
    }
}
