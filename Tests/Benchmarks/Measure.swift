import Glibc

/// What a piece of work took.
struct Measure {
    /// Seconds on the wall.
    let seconds: Double
    /// Seconds of processor, of the whole process.
    let processor: Double

    init(_ work: () async throws -> Void) async rethrows {
        let start = (Measure.now, Measure.processTime)
        try await work()
        seconds = Double(Measure.now - start.0) / 1e9
        processor = Double(Measure.processTime - start.1) / 1e9
    }

    /// Nanoseconds of a clock that only goes forward.
    static var now: Int { read(CLOCK_MONOTONIC) }
    /// Nanoseconds of processor that this process has used.
    static var processTime: Int { read(CLOCK_PROCESS_CPUTIME_ID) }
    /// Nanoseconds of processor that this thread has used.
    static var threadTime: Int { read(CLOCK_THREAD_CPUTIME_ID) }

    private static func read(_ clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// The processor time of each of many runs on this thread, in microseconds, sorted.
    static func runs(_ count: Int, _ work: (Int) throws -> Void) rethrows -> [Double] {
        var times: [Double] = []
        times.reserveCapacity(count)
        for index in 0..<count {
            let start = threadTime
            try work(index)
            times.append(Double(threadTime - start) / 1000)
        }
        return times.sorted()
    }
}

extension [Double] {
    /// The value below which this share of the sorted values lies; 0 for none.
    func quantile(_ share: Double) -> Double { isEmpty ? 0 : self[Swift.min(count - 1, Int(Double(count) * share))] }

    var median: Double { sorted().quantile(0.5) }
}
