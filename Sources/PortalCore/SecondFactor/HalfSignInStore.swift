/// Reads and writes half sign-ins, by the digests of their tokens.
struct HalfSignInStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func insert(_ half: HalfSignIn, for owner: FactorOwner, identityToken: [UInt8]?, at now: Instant) throws {
        try transaction.execute("DELETE FROM half_sign_ins WHERE expires_at <= $1", now)
        let (account, staff) = owner.columns
        try transaction.execute(
            "INSERT INTO half_sign_ins (token_hash, account_id, staff_id, expires_at, identity_token) VALUES ($1, $2, $3, $4, $5)",
            SecretDigest(of: half.token.text),
            account,
            staff,
            half.expiry,
            identityToken
        )
    }

    /// What was sealed of the identity provider, for a sign-in that began there.
    func identityToken(token: String) throws -> [UInt8]? {
        try transaction.first("SELECT identity_token FROM half_sign_ins WHERE token_hash = $1", SecretDigest(of: token)) { try $0[0] as [UInt8]? }
            ?? nil
    }

    /// Who has given the password; nil when it was too long ago, or never.
    func owner(token: String, at now: Instant) throws -> FactorOwner? {
        try transaction.first(
            "SELECT account_id, staff_id FROM half_sign_ins WHERE token_hash = $1 AND expires_at > $2",
            SecretDigest(of: token),
            now
        ) { row in
            if let account: Identifier<Account> = try row[0] { return FactorOwner.account(account) }
            return try .staff(row[1])
        }
    }

    func delete(of owner: FactorOwner) throws {
        let (account, staff) = owner.columns
        try transaction.execute("DELETE FROM half_sign_ins WHERE account_id = $1 OR staff_id = $2", account, staff)
    }
}
