/// Growing delays for those who guess: counts failed attempts under a name (a login, an address) and says how long to wait before the next one.
///
/// The counts are in the portal's database, so that several processes slow a guesser as one and a restart forgets nothing. They are forgotten after an
/// hour. Nobody can be locked out with it: the delays have a ceiling, and a refused attempt does not lengthen them.
package struct AttemptThrottle: Sendable {
    /// What one attempt counts against.
    package struct Attempt: Hashable, Sendable {
        package let key: String
        package let limit: AttemptLimit

        package init(key: String, limit: AttemptLimit) {
            self.key = key
            self.limit = limit
        }
    }

    private let portal: Portal
    /// What is tried: the same login is counted apart for families and for staff.
    private let area: String

    package init(_ portal: Portal, area: String) {
        self.portal = portal
        self.area = area
    }

    /// Counts an attempt before it is checked, so that many at once count too.
    ///
    /// - Returns: how many seconds to wait, nil when the attempt may be made. Then nothing was counted.
    package func begin(_ attempts: [Attempt], at now: Instant) async throws -> Int64? {
        // Who has to wait costs no write.
        if let wait = try portal.database.read({ try wait(for: attempts, AttemptStore($0), at: now) }) { return wait }
        return try await FormSubmission.aside {
            try await portal.database.write { transaction in
                for attempt in attempts.sorted(by: { $0.key < $1.key }) { try transaction.lock("attempt:\(area):\(attempt.key)") }
                let store = AttemptStore(transaction)
                if let wait = try wait(for: attempts, store, at: now) { return wait }
                try store.deleteOld(at: now)
                for attempt in attempts { try store.add(1, to: name(attempt), at: now) }
                return nil
            }
        }
    }

    /// An attempt was right.
    ///
    /// - Parameters:
    ///   - own: the failures under these keys are forgotten.
    ///   - shared: others share these keys: only this attempt is taken back.
    package func succeed(own: [Attempt] = [], shared: [Attempt] = []) async throws {
        try await FormSubmission.aside {
            try await portal.database.write { transaction in
                let store = AttemptStore(transaction)
                for attempt in own { try store.forget(name(attempt)) }
                for attempt in shared { try store.takeBack(name(attempt)) }
            }
        }
    }

    private func wait(for attempts: [Attempt], _ store: AttemptStore, at now: Instant) throws -> Int64? {
        let waits = try attempts.compactMap { attempt in
            try store.count(name(attempt), at: now).map { attempt.limit.delay(after: $0.failures) - $0.age(at: now) }
        }
        return waits.max().flatMap { $0 > 0 ? $0 : nil }
    }

    /// Logins and addresses are not written down: a digest finds them again.
    private func name(_ attempt: Attempt) -> SecretDigest { portal.vault.digest(of: "essais \(area) \(attempt.key)") }
}
