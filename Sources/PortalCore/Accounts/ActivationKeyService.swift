/// Gives out clés enfance.
package struct ActivationKeyService: Sendable {
    /// How long a key may wait in a drawer.
    private static let lifetimeDays: Int64 = 180

    private let portal: Portal
    private let random: any RandomSource

    package init(_ portal: Portal, random: any RandomSource = SystemRandom()) {
        self.portal = portal
        self.random = random
    }

    /// A new key to a household. Nobody can read it again afterwards: only its digest is kept.
    ///
    /// - Parameter replaced: a key that was lost and is revoked in the same act; nothing happens to one that was used or is another household's.
    package func issue(
        for household: Identifier<Household>,
        replacing replaced: Identifier<ActivationKey>? = nil,
        by actor: Actor
    ) async throws -> ActivationKey {
        let key = ActivationKey(from: random)
        let now = portal.clock.now
        try await portal.database.write { transaction in
            if let replaced { try Self.revoke(replaced, of: household, by: actor, in: transaction, at: now) }
            let expiry = now.adding(seconds: Self.lifetimeDays * 86_400)
            try ActivationKeyStore(transaction).insert(key, opening: household, at: now, expiry: expiry)
            try AuditLog.record(in: transaction, by: actor, .activationKeyIssued, on: household, at: now)
        }
        return key
    }

    /// Makes a key worthless; false when the household has none of this number that can still be used.
    @discardableResult
    package func revoke(_ key: Identifier<ActivationKey>, of household: Identifier<Household>, by actor: Actor) async throws -> Bool {
        let now = portal.clock.now
        return try await portal.database.write { try Self.revoke(key, of: household, by: actor, in: $0, at: now) }
    }

    /// The keys of a household, the latest first.
    package func keys(of household: Identifier<Household>) throws -> [ActivationKeyRecord] {
        try portal.database.read { try ActivationKeyStore($0).keys(of: household) }
    }

    @discardableResult
    private static func revoke(
        _ key: Identifier<ActivationKey>,
        of household: Identifier<Household>,
        by actor: Actor,
        in transaction: any Transaction,
        at now: Instant
    ) throws -> Bool {
        guard try ActivationKeyStore(transaction).revoke(key, of: household, at: now) else { return false }
        try AuditLog.record(in: transaction, by: actor, .activationKeyRevoked, on: household, detail: "clé \(key.rawValue)", at: now)
        return true
    }
}
