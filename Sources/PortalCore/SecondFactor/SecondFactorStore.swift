/// Reads and writes second factors. Their secrets are sealed.
struct SecondFactorStore {
    private let transaction: any Transaction
    private let vault: Vault

    init(_ transaction: any Transaction, _ vault: Vault) {
        self.transaction = transaction
        self.vault = vault
    }

    private struct Row {
        let id: Int64
        let secret: [UInt8]
        let confirmedAt: Instant?
    }

    /// Whether the owner signs in with a code.
    func isOn(_ owner: FactorOwner) throws -> Bool { try confirmedAt(owner) != nil }

    /// Since when.
    func confirmedAt(_ owner: FactorOwner) throws -> Instant? {
        let (account, staff) = owner.columns
        return try transaction.first(
            "SELECT confirmed_at FROM second_factors WHERE account_id = $1 OR staff_id = $2",
            account,
            staff,
            decode: { try $0[0] as Instant? }
        ) ?? nil
    }

    /// The secret, confirmed or not.
    func secret(of owner: FactorOwner) throws -> [UInt8]? { try row(of: owner)?.secret }

    func recoveryCodes(of owner: FactorOwner) throws -> Int {
        guard let row = try row(of: owner) else { return 0 }
        return try transaction.first("SELECT count(*) FROM recovery_codes WHERE factor_id = $1", row.id) { try $0[0] } ?? 0
    }

    /// Notes a secret that no code has confirmed yet, in place of an earlier one.
    func begin(_ secret: [UInt8], for owner: FactorOwner) throws {
        try delete(owner)
        let (account, staff) = owner.columns
        try transaction.execute(
            "INSERT INTO second_factors (account_id, staff_id, sealed_secret, last_step) VALUES ($1, $2, $3, 0)",
            account,
            staff,
            vault.seal(secret, in: owner.name)
        )
    }

    func confirm(_ owner: FactorOwner, at now: Instant) throws {
        guard let row = try row(of: owner) else { return }
        try transaction.execute("UPDATE second_factors SET confirmed_at = $2 WHERE id = $1", row.id, now)
    }

    /// Gives out recovery codes in place of those before.
    func putRecoveryCodes(_ codes: [RecoveryCode], for owner: FactorOwner) throws {
        guard let row = try row(of: owner) else { return }
        try transaction.execute("DELETE FROM recovery_codes WHERE factor_id = $1", row.id)
        for code in codes { try transaction.execute("INSERT INTO recovery_codes (factor_id, code_hash) VALUES ($1, $2)", row.id, code.digest) }
    }

    /// Whether a code is good; it never is again.
    func spend(_ typed: String, of owner: FactorOwner, at now: Instant) throws -> Bool {
        guard let row = try row(of: owner) else { return false }
        let digits = typed.filter { !$0.isWhitespace }
        if digits.count == OneTimeCode.digits, let step = OneTimeCode.step(of: digits, secret: row.secret, at: now) {
            return try transaction.execute("UPDATE second_factors SET last_step = $2 WHERE id = $1 AND last_step < $2", row.id, step) == 1
        }
        guard let code = RecoveryCode(typed: typed), row.confirmedAt != nil else { return false }
        return try transaction.execute("DELETE FROM recovery_codes WHERE factor_id = $1 AND code_hash = $2", row.id, code.digest) == 1
    }

    /// Forgets the factor; whether there was one in use.
    @discardableResult
    func delete(_ owner: FactorOwner) throws -> Bool {
        guard let row = try row(of: owner) else { return false }
        try transaction.execute("DELETE FROM recovery_codes WHERE factor_id = $1", row.id)
        try transaction.execute("DELETE FROM second_factors WHERE id = $1", row.id)
        return row.confirmedAt != nil
    }

    private func row(of owner: FactorOwner) throws -> Row? {
        let (account, staff) = owner.columns
        return try transaction.first(
            "SELECT id, sealed_secret, confirmed_at FROM second_factors WHERE account_id = $1 OR staff_id = $2",
            account,
            staff
        ) { try Row(id: $0[0], secret: vault.open($0[1], in: owner.name), confirmedAt: $0[2]) }
    }
}
