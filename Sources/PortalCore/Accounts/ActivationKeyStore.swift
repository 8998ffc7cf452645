/// Reads and writes clés enfance, by their digests.
package struct ActivationKeyStore {
    /// What the portal knows of a key.
    struct Issued: Hashable, Sendable {
        let id: Identifier<ActivationKey>
        let household: Identifier<Household>
        /// nil for a key that opens the whole household.
        let child: Identifier<Child>?
        let expiresAt: Instant
        let usedAt: Instant?
        let revokedAt: Instant?
    }

    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Notes a new key that opens a household, or one child of it.
    @discardableResult
    package func insert(
        _ key: ActivationKey,
        opening household: Identifier<Household>,
        child: Identifier<Child>? = nil,
        of campaign: Identifier<KeyCampaign>? = nil,
        at now: Instant,
        expiry: Instant
    ) throws -> Identifier<ActivationKey> {
        let id: Identifier<ActivationKey>? = try transaction.first(
            """
            INSERT INTO activation_keys (key_hash, household_id, created_at, expires_at, child_id, campaign_id)
            VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
            """,
            key.digest,
            household,
            now,
            expiry,
            child,
            campaign,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    func find(_ key: ActivationKey) throws -> Issued? {
        try transaction.first(
            "SELECT id, household_id, child_id, expires_at, used_at, revoked_at FROM activation_keys WHERE key_hash = $1",
            key.digest
        ) { try Issued(id: $0[0], household: $0[1], child: $0[2], expiresAt: $0[3], usedAt: $0[4], revokedAt: $0[5]) }
    }

    /// A key that may be used now.
    ///
    /// - Throws: `ActivationKeyRefusal` with the reason why it may not.
    func usable(_ key: ActivationKey, at now: Instant) throws -> Issued {
        guard let issued = try find(key) else { throw ActivationKeyRefusal.unknown }
        if let usedAt = issued.usedAt { throw ActivationKeyRefusal.used(ParisTime.date(usedAt)) }
        if let revokedAt = issued.revokedAt { throw ActivationKeyRefusal.revoked(ParisTime.date(revokedAt)) }
        if issued.expiresAt <= now { throw ActivationKeyRefusal.expired(ParisTime.date(issued.expiresAt)) }
        return issued
    }

    /// The child that an unused key of a household opens; nil when it opens them all, or there is no such key.
    func child(of key: Identifier<ActivationKey>, in household: Identifier<Household>) throws -> Identifier<Child>? {
        let child: Identifier<Child>?? = try transaction.first(
            "SELECT child_id FROM activation_keys WHERE id = $1 AND household_id = $2",
            key,
            household,
            decode: { try $0[0] }
        )
        return child ?? nil
    }

    /// Makes the unused keys worthless that a campaign has given a household.
    func revokeAll(of campaign: Identifier<KeyCampaign>, for household: Identifier<Household>, at now: Instant) throws {
        try transaction.execute(
            """
            UPDATE activation_keys SET revoked_at = $3
            WHERE campaign_id = $1 AND household_id = $2 AND used_at IS NULL AND revoked_at IS NULL
            """,
            campaign,
            household,
            now
        )
    }

    /// How many keys to a household may still be used.
    func waiting(for household: Identifier<Household>, at now: Instant) throws -> Int {
        try transaction.first(
            "SELECT count(*) FROM activation_keys WHERE household_id = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $2",
            household,
            now,
            decode: { try $0[0] }
        ) ?? 0
    }

    /// Uses a key up; false when somebody else was faster.
    func claim(_ key: Identifier<ActivationKey>, for account: Identifier<Account>, at now: Instant) throws -> Bool {
        try transaction.execute(
            "UPDATE activation_keys SET used_at = $2, used_by = $3 WHERE id = $1 AND used_at IS NULL AND revoked_at IS NULL",
            key,
            now,
            account
        ) == 1
    }

    /// The keys of a household, the latest first.
    func keys(of household: Identifier<Household>) throws -> [ActivationKeyRecord] {
        try transaction.query(
            """
            SELECT k.id, k.created_at, k.expires_at, k.used_at, k.revoked_at, a.login, c.first_name
            FROM activation_keys k LEFT JOIN accounts a ON a.id = k.used_by LEFT JOIN children c ON c.id = k.child_id WHERE k.household_id = $1 ORDER BY k.created_at DESC, k.id DESC
            """,
            household
        ) { row in
            let use: ActivationKeyRecord.Use? =
                if let usedAt: Instant = try row[3] { .used(usedAt, login: try row[5] ?? "") } else { try (row[4] as Instant?).map { .revoked($0) } }
            return try ActivationKeyRecord(id: row[0], issuedAt: row[1], expiresAt: row[2], childName: row[6], use: use)
        }
    }

    /// Makes an unused key of a household worthless; false when there is none of this number, or it was used or revoked.
    func revoke(_ key: Identifier<ActivationKey>, of household: Identifier<Household>, at now: Instant) throws -> Bool {
        try transaction.execute(
            "UPDATE activation_keys SET revoked_at = $3 WHERE id = $1 AND household_id = $2 AND used_at IS NULL AND revoked_at IS NULL",
            key,
            household,
            now
        ) == 1
    }
}

/// What the staff know of a clé enfance that was given out: everything but the key.
package struct ActivationKeyRecord: Hashable, Sendable {
    /// What became of it.
    package enum Use: Hashable, Sendable {
        case used(Instant, login: String)
        case revoked(Instant)
    }

    package let id: Identifier<ActivationKey>
    package let issuedAt: Instant
    package let expiresAt: Instant
    /// The child that it opens; nil when it opens the whole household.
    package let childName: String?
    /// nil while it can still be used, if it has not expired.
    package let use: Use?

    package init(id: Identifier<ActivationKey>, issuedAt: Instant, expiresAt: Instant, childName: String? = nil, use: Use?) {
        self.id = id
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.childName = childName
        self.use = use
    }

    /// Whether somebody could still come in with it.
    package func isOpen(at now: Instant) -> Bool { use == nil && expiresAt > now }
}
