/// Reads and writes clés enfance, by their digests.
package struct ActivationKeyStore {
    /// What the portal knows of a key.
    struct Issued: Hashable, Sendable {
        let id: Identifier<ActivationKey>
        let household: Identifier<Household>
        let expiresAt: Instant
        let usedAt: Instant?
    }

    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Notes a new key that opens a household.
    @discardableResult
    package func insert(
        _ key: ActivationKey,
        opening household: Identifier<Household>,
        at now: Instant,
        expiry: Instant
    ) throws -> Identifier<ActivationKey> {
        let id: Identifier<ActivationKey>? = try transaction.first(
            "INSERT INTO activation_keys (key_hash, household_id, created_at, expires_at) VALUES ($1, $2, $3, $4) RETURNING id",
            key.digest,
            household,
            now,
            expiry,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    func find(_ key: ActivationKey) throws -> Issued? {
        try transaction.first("SELECT id, household_id, expires_at, used_at FROM activation_keys WHERE key_hash = $1", key.digest) {
            try Issued(id: $0[0], household: $0[1], expiresAt: $0[2], usedAt: $0[3])
        }
    }

    /// How many keys to a household may still be used.
    func waiting(for household: Identifier<Household>, at now: Instant) throws -> Int {
        try transaction.first(
            "SELECT count(*) FROM activation_keys WHERE household_id = $1 AND used_at IS NULL AND expires_at > $2",
            household,
            now,
            decode: { try $0[0] }
        ) ?? 0
    }

    /// Uses a key up; false when somebody else was faster.
    func claim(_ key: Identifier<ActivationKey>, for account: Identifier<Account>, at now: Instant) throws -> Bool {
        try transaction.execute("UPDATE activation_keys SET used_at = $2, used_by = $3 WHERE id = $1 AND used_at IS NULL", key, now, account) == 1
    }
}
