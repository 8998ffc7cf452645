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
    /// - Parameters:
    ///   - child: the child of the household that the key opens; nil for all of them.
    ///   - replaced: a key that was lost and is revoked in the same act, whose child the new one opens; nothing happens to one that was used or is
    ///     another household's.
    /// - Throws: `HouseholdRefusal.unknown` for a child of another household.
    package func issue(
        for household: Identifier<Household>,
        child: Identifier<Child>? = nil,
        replacing replaced: Identifier<ActivationKey>? = nil,
        by actor: Actor
    ) async throws -> ActivationKey {
        let key = ActivationKey(from: random)
        let now = portal.clock.now
        try await portal.database.write { transaction in
            let keys = ActivationKeyStore(transaction)
            var child = child
            if let replaced {
                child = try child ?? keys.child(of: replaced, in: household)
                try Self.revoke(replaced, of: household, by: actor, in: transaction, at: now)
            }
            if let child, try FamilyStore(transaction).family(household)?.custody(of: child) == nil { throw HouseholdRefusal.unknown }
            try keys.insert(key, opening: household, child: child, at: now, expiry: now.adding(seconds: Self.lifetimeDays * 86_400))
            let detail = child.map { "enfant \($0.rawValue)" } ?? ""
            try AuditLog.record(in: transaction, by: actor, .activationKeyIssued, on: household, detail: detail, at: now)
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
