/// Reads and writes the sessions of browsers.
package struct WebSessionStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Who signed in with a token; nil when there is no such session or it has ended. One row of one query.
    package func resolve(_ token: SessionToken, at now: Instant) throws -> SignedIn? {
        try transaction.first(
            """
            SELECT s.created_at, s.expires_at, s.account_id, a.previous_login_at,
                   m.id, m.login, m.first_name, m.last_name, m.role, m.previous_login_at,
                   a.first_password_until, f.confirmed_at
            FROM web_sessions s LEFT JOIN accounts a ON a.id = s.account_id LEFT JOIN staff_members m ON m.id = s.staff_id
                LEFT JOIN second_factors f ON f.staff_id = s.staff_id
            WHERE s.token_hash = $1 AND s.expires_at > $2
            """,
            token.digest,
            now
        ) { row in
            let isParent = try row[2] as Identifier<Account>? != nil
            let lifetime = isParent ? SessionLifetime.parent : .staff
            let renewalDue = lifetime.isRenewalDue(createdAt: try row[0], expiresAt: try row[1], at: now)
            if isParent {
                let mustChoose = try row[10] as Instant? != nil
                return try .parent(
                    ParentSession(account: row[2], previousLoginAt: row[3], renewalDue: renewalDue, mustChoosePassword: mustChoose)
                )
            }
            let hasSecondFactor = try row[11] as Instant? != nil
            let member = try StaffStore(transaction).member(row, from: 4)
            return .staff(StaffSession(member: member, hasSecondFactor: hasSecondFactor, renewalDue: renewalDue))
        }
    }

    func insert(_ token: SessionToken, for account: Identifier<Account>, on browser: VisitingBrowser?, at now: Instant) throws {
        try transaction.execute(
            "INSERT INTO web_sessions (token_hash, account_id, created_at, used_at, expires_at, device) VALUES ($1, $2, $3, $3, $4, $5)",
            token.digest,
            account,
            now,
            SessionLifetime.parent.expiry(of: now, usedAt: now),
            browser?.name.french ?? ""
        )
    }

    func insert(_ token: SessionToken, for member: Identifier<StaffMember>, at now: Instant) throws {
        try transaction.execute(
            "INSERT INTO web_sessions (token_hash, staff_id, created_at, expires_at) VALUES ($1, $2, $3, $4)",
            token.digest,
            member,
            now,
            SessionLifetime.staff.expiry(of: now, usedAt: now)
        )
    }

    /// Lengthens a session that is in use, up to its longest life.
    func renew(_ token: SessionToken, at now: Instant) throws {
        let found = try transaction.first(
            "SELECT created_at, account_id FROM web_sessions WHERE token_hash = $1 AND expires_at > $2",
            token.digest,
            now
        ) { (createdAt: try $0[0] as Instant, account: try $0[1] as Identifier<Account>?) }
        guard let found else { return }
        let lifetime = found.account == nil ? SessionLifetime.staff : .parent
        try transaction.execute(
            "UPDATE web_sessions SET expires_at = $2, used_at = $3 WHERE token_hash = $1",
            token.digest,
            lifetime.expiry(of: found.createdAt, usedAt: now),
            now
        )
    }

    /// Ends a session; whose it was, nil when there was none.
    func delete(_ token: SessionToken) throws -> Actor? {
        try transaction.first("DELETE FROM web_sessions WHERE token_hash = $1 RETURNING account_id, staff_id", token.digest) { row in
            if let account: Identifier<Account> = try row[0] { return .account(account) }
            return try .staff(row[1])
        }
    }

    func deleteEnded(at now: Instant) throws {
        try transaction.execute("DELETE FROM web_sessions WHERE expires_at <= $1", now)
    }
}
