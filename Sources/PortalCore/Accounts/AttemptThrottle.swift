import Synchronization

/// Growing delays for those who guess: counts failed attempts under a key (a login, an address) and says how long to wait before the next one.
///
/// It lives in memory, forgets what is an hour old, and never holds more than `capacity` keys. Nobody can be locked out with it: the delays have a
/// ceiling, and a refused attempt does not lengthen them.
package final class AttemptThrottle: Sendable {
    /// What one attempt counts against.
    package struct Attempt: Hashable, Sendable {
        package let key: String
        package let limit: AttemptLimit

        package init(key: String, limit: AttemptLimit) {
            self.key = key
            self.limit = limit
        }
    }

    private struct Count {
        var failures: Int
        var last: Instant

        /// This count, nil once it is an hour old, or an hour ahead: the machine's clock was wrong, and nobody waits for it.
        func recent(at now: Instant) -> Count? { abs(now.seconds - last.seconds) < 3600 ? self : nil }

        /// Seconds since the last failure, none when the clock has gone back a little.
        func age(at now: Instant) -> Int64 { max(0, now.seconds - last.seconds) }
    }

    private let capacity: Int
    private let counts = Mutex<[String: Count]>([:])

    package init(capacity: Int = 20_000) {
        self.capacity = max(capacity, 4)
    }

    /// Counts an attempt before it is checked, so that many at once count too.
    ///
    /// - Returns: how many seconds to wait, nil when the attempt may be made. Then nothing was counted.
    package func begin(_ attempts: [Attempt], at now: Instant) -> Int64? {
        counts.withLock { counts in
            let waits = attempts.compactMap { attempt in
                counts[attempt.key]?.recent(at: now).map { attempt.limit.delay(after: $0.failures) - $0.age(at: now) }
            }
            if let wait = waits.max(), wait > 0 { return wait }
            for attempt in attempts {
                let failures = counts[attempt.key]?.recent(at: now)?.failures ?? 0
                counts[attempt.key] = Count(failures: failures + 1, last: now)
            }
            if counts.count > capacity { makeRoom(&counts, at: now) }
            return nil
        }
    }

    /// The attempt was right: the failures under its keys are forgotten.
    package func forget(_ attempts: [Attempt]) {
        counts.withLock { counts in for attempt in attempts { counts[attempt.key] = nil } }
    }

    /// The attempt was right, but others share its keys: only this one is taken back.
    package func takeBack(_ attempts: [Attempt]) {
        counts.withLock { counts in for attempt in attempts { counts[attempt.key]?.failures -= 1 } }
    }

    /// How many keys are held.
    package var size: Int { counts.withLock { $0.count } }

    /// Drops what is too old, then the oldest quarter if that was not enough.
    private func makeRoom(_ counts: inout [String: Count], at now: Instant) {
        counts = counts.filter { $0.value.recent(at: now) != nil }
        guard counts.count > capacity * 3 / 4 else { return }
        let kept = counts.sorted { $0.value.last > $1.value.last }.prefix(capacity * 3 / 4)
        counts = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
