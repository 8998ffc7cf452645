/// Reads and writes which identity is attached to which account, and the tokens that end sessions at the provider.
struct LinkedIdentityStore {
    private let transaction: any Transaction
    private let vault: Vault

    init(_ transaction: any Transaction, _ vault: Vault) {
        self.transaction = transaction
        self.vault = vault
    }

    /// The open account to which an identity is attached.
    func account(of subject: SecretDigest) throws -> Identifier<Account>? {
        try transaction.first(
            "SELECT l.account_id FROM linked_identities l JOIN accounts a ON a.id = l.account_id WHERE l.subject_hash = $1 AND a.closed_at IS NULL",
            subject,
            decode: { try $0[0] }
        )
    }

    func identity(of account: Identifier<Account>) throws -> LinkedIdentity? {
        try transaction.first("SELECT sealed, attached_at, last_used_at FROM linked_identities WHERE account_id = $1", account) { row in
            let text = String(decoding: try vault.open(row[0], in: context(account)), as: UTF8.self)
            guard let identity = VerifiedIdentity(sealedText: text) else { throw VaultFailure(context: context(account)) }
            return try LinkedIdentity(identity: identity, attachedAt: row[1], lastUsedAt: row[2])
        }
    }

    /// - Throws: `IdentityRefusal` when the identity or the account is taken.
    func attach(_ arrival: IdentityArrival, to account: Identifier<Account>, at now: Instant) throws {
        try transaction.lock("identity:\(arrival.subject.text)")
        if let known = try self.account(of: arrival.subject), known != account { throw IdentityRefusal.attachedElsewhere }
        guard try identity(of: account) == nil else { throw IdentityRefusal.otherIdentity }
        try transaction.execute(
            "INSERT INTO linked_identities (account_id, subject_hash, sealed, attached_at) VALUES ($1, $2, $3, $4)",
            account,
            arrival.subject,
            vault.seal(Array(arrival.identity.sealedText.utf8), in: context(account)),
            now
        )
    }

    /// Notes that an identity let somebody in, and what the provider says of the person now.
    func use(_ identity: VerifiedIdentity, of account: Identifier<Account>, at now: Instant) throws {
        let sealed = vault.seal(Array(identity.sealedText.utf8), in: context(account))
        try transaction.execute("UPDATE linked_identities SET sealed = $2, last_used_at = $3 WHERE account_id = $1", account, sealed, now)
    }

    /// Forgets the identity of an account; false when there was none.
    func detach(_ account: Identifier<Account>) throws -> Bool {
        try transaction.execute("DELETE FROM linked_identities WHERE account_id = $1", account) == 1
    }

    /// Keeps the token that ends a session at the provider together with the session here.
    func keep(_ token: String, for session: SessionToken) throws {
        let sealed = vault.seal(Array(token.utf8), in: "session \(session.digest.text)")
        try transaction.execute("UPDATE web_sessions SET identity_token = $2 WHERE token_hash = $1", session.digest, sealed)
    }

    func token(of session: SessionToken) throws -> String? {
        let sealed = try transaction.first("SELECT identity_token FROM web_sessions WHERE token_hash = $1", session.digest) { try $0[0] as [UInt8]? }
        return try sealed.flatMap(\.self).map { String(decoding: try vault.open($0, in: "session \(session.digest.text)"), as: UTF8.self) }
    }

    private func context(_ account: Identifier<Account>) -> String { "identité \(account.rawValue)" }
}
