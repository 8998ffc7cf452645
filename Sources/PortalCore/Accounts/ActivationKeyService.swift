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
    package func issue(for household: Identifier<Household>, by actor: Actor) async throws -> ActivationKey {
        let key = ActivationKey(from: random)
        let now = portal.clock.now
        try await portal.database.write { transaction in
            let expiry = now.adding(seconds: Self.lifetimeDays * 86_400)
            try ActivationKeyStore(transaction).insert(key, opening: household, at: now, expiry: expiry)
            try AuditLog.record(in: transaction, by: actor, .activationKeyIssued, on: household, at: now)
        }
        return key
    }
}
