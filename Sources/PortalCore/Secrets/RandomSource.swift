import Synchronization

/// Where random numbers come from, so that a test or a demo gets the same ones again.
package protocol RandomSource: Sendable {
    func bytes(_ count: Int) -> [UInt8]
}

/// The system's unpredictable numbers: what a served portal uses.
package struct SystemRandom: RandomSource {
    package init() {}

    package func bytes(_ count: Int) -> [UInt8] { Sodium.randomBytes(count) }
}

/// Numbers that follow from a seed. Predictable: for tests and demos only.
package final class SeededRandom: RandomSource {
    private let seed: UInt64
    private let calls = Mutex<UInt64>(0)

    package init(seed: UInt64) {
        self.seed = seed
    }

    package func bytes(_ count: Int) -> [UInt8] {
        let call = calls.withLock { calls in
            calls += 1
            return calls
        }
        let name = [seed, call].flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
        return Sodium.bytes(count, from: Sodium.digest(name, key: []))
    }
}
