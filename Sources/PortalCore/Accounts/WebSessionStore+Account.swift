extension WebSessionStore {
    /// The sessions that an account has open, the latest used first.
    func sessions(of account: Identifier<Account>, seenFrom current: SessionToken, at now: Instant) throws -> [OpenSession] {
        try transaction.query(
            "SELECT token_hash, device, created_at, used_at FROM web_sessions WHERE account_id = $1 AND expires_at > $2 ORDER BY created_at DESC",
            account,
            now
        ) { row in
            let digest: SecretDigest = try row[0]
            let openedAt: Instant = try row[2]
            return try OpenSession(
                name: digest.text,
                device: row[1],
                openedAt: openedAt,
                usedAt: row[3] ?? openedAt,
                isCurrent: digest == current.digest
            )
        }.sorted { $0.usedAt > $1.usedAt }
    }

    /// Ends all sessions of an account but one.
    func deleteAll(of account: Identifier<Account>, except kept: SessionToken?) throws {
        guard let kept else {
            try transaction.execute("DELETE FROM web_sessions WHERE account_id = $1", account)
            return
        }
        try transaction.execute("DELETE FROM web_sessions WHERE account_id = $1 AND token_hash <> $2", account, kept.digest)
    }

    /// Ends the session of an account that has this name in its list; false when it has none of the kind.
    func delete(named name: String, of account: Identifier<Account>) throws -> Bool {
        let digests = try transaction.query("SELECT token_hash FROM web_sessions WHERE account_id = $1", account) { try $0[0] as SecretDigest }
        guard let digest = digests.first(where: { $0.matches(name) }) else { return false }
        return try transaction.execute("DELETE FROM web_sessions WHERE token_hash = $1", digest) == 1
    }
}
