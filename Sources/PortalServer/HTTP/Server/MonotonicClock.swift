import Glibc

/// Time that only goes forward, for timeouts and durations.
enum MonotonicClock {
    /// Microseconds since some moment before the process started.
    static var microseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
}
