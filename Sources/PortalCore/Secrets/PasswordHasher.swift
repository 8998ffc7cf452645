/// Makes and checks password hashes (Argon2id), one at a time on a thread of its own: each takes about 20 ms and 19 MiB.
package final class PasswordHasher: Sendable {
    private let cost: PasswordCost
    private let worker: SerialWorker
    /// The hash of nobody's password: checked for an unknown user, so that the answer takes as long as for a known one.
    private let nobody: String

    /// - Parameters:
    ///   - cost: what a new hash costs; older ones are still understood.
    ///   - queue: checks that may wait. 30 of them take under a second.
    /// - Throws: `PasswordHasherFailure` when there is no thread or memory for it.
    package init(cost: PasswordCost = .standard, queue: Int = 30) throws(PasswordHasherFailure) {
        self.cost = cost
        do { worker = try SerialWorker(capacity: queue) } catch { throw .unavailable }
        let unknowable = RandomToken(bytes: 32, from: SystemRandom()).text
        guard let hash = Sodium.passwordHash(unknowable, operations: cost.passes, memory: cost.memory) else { throw .unavailable }
        nobody = hash
    }

    /// The text to store for a password.
    package func hash(_ password: String) async throws(PasswordHasherFailure) -> String {
        let hash = try await onWorker { [cost] in Sodium.passwordHash(password, operations: cost.passes, memory: cost.memory) }
        guard let hash else { throw .unavailable }
        return hash
    }

    /// Whether a password is the one that was hashed.
    ///
    /// - Parameter hash: nil when the user is unknown: the answer is then no, after the same work.
    package func verify(_ password: String, against hash: String?) async throws(PasswordHasherFailure) -> Bool {
        try await onWorker { [nobody] in Sodium.passwordMatches(password, hash: hash ?? nobody) && hash != nil }
    }

    /// Whether a hash was made at another cost: hash the password again when its owner next logs in.
    package func needsRehash(_ hash: String) -> Bool {
        Sodium.needsRehash(hash, operations: cost.passes, memory: cost.memory)
    }

    private func onWorker<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async throws(PasswordHasherFailure) -> Result {
        let result: Result? = await withCheckedContinuation { continuation in
            if !worker.submit({ continuation.resume(returning: work()) }) { continuation.resume(returning: nil) }
        }
        guard let result else { throw .overloaded }
        return result
    }
}

/// Why a password could not be hashed or checked now.
package enum PasswordHasherFailure: Error, Hashable, Sendable {
    /// Too many wait: answer 503 and ask to come back.
    case overloaded
    /// No memory or no thread.
    case unavailable
}

/// What one Argon2id hash costs.
package struct PasswordCost: Hashable, Sendable {
    /// Passes over the memory.
    package let passes: Int
    /// Bytes.
    package let memory: Int

    package init(passes: Int, memory: Int) {
        self.passes = passes
        self.memory = memory
    }

    /// 19 MiB and two passes: OWASP, Password Storage Cheat Sheet.
    package static let standard = PasswordCost(passes: 2, memory: 19 * 1024 * 1024)

    /// The least that the algorithm allows: for tests, where nothing is to be protected.
    package static let lowest = PasswordCost(passes: 1, memory: 8192)
}
