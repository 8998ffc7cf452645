/// The failed attempts of the last hour, under names that tell nothing.
struct AttemptStore {
    /// Failures in a row, and when the last one was.
    struct Count {
        let failures: Int
        let last: Instant

        /// Seconds since the last failure, none when the clock has gone back a little.
        func age(at now: Instant) -> Int64 { max(0, now.seconds - last.seconds) }
    }

    private let transaction: any Transaction
    private static let memory: Int64 = 3600

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// A recent count. One that is an hour old or an hour ahead is none: the machine's clock was wrong, and nobody waits for it.
    func count(_ name: SecretDigest, at now: Instant) throws -> Count? {
        let count = try transaction.first("SELECT failures, last_at FROM failed_attempts WHERE name = $1", name) {
            try Count(failures: $0[0], last: $0[1])
        }
        return count.flatMap { abs(now.seconds - $0.last.seconds) < Self.memory ? $0 : nil }
    }

    func add(_ failures: Int, to name: SecretDigest, at now: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO failed_attempts (name, failures, last_at) VALUES ($1, $2, $3)
            ON CONFLICT (name) DO UPDATE SET failures = failed_attempts.failures + excluded.failures, last_at = excluded.last_at
            """,
            name,
            failures,
            now
        )
    }

    func takeBack(_ name: SecretDigest) throws {
        try transaction.execute("UPDATE failed_attempts SET failures = failures - 1 WHERE name = $1 AND failures > 0", name)
    }

    func forget(_ name: SecretDigest) throws {
        try transaction.execute("DELETE FROM failed_attempts WHERE name = $1", name)
    }

    /// Forgets what nobody waits for any more.
    func deleteOld(at now: Instant) throws {
        try transaction.execute(
            "DELETE FROM failed_attempts WHERE last_at <= $1 OR last_at >= $2",
            now.adding(seconds: -Self.memory),
            now.adding(seconds: Self.memory)
        )
    }
}
