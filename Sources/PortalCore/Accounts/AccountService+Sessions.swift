extension AccountService {
    /// Where an account is open, seen from one of its sessions.
    package func sessions(of account: Identifier<Account>, seenFrom current: SessionToken) throws -> [OpenSession] {
        try portal.database.read { try WebSessionStore($0).sessions(of: account, seenFrom: current, at: portal.clock.now) }
    }

    /// Ends one session of an account, by its name in the list. Nothing happens when it has ended already.
    package func endSession(named name: String, of account: Identifier<Account>) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            guard try WebSessionStore(transaction).delete(named: name, of: account) else { return }
            try AuditLog.record(in: transaction, by: .account(account), .sessionsEnded, on: account, detail: "un appareil", at: now)
        }
    }

    /// Ends all sessions of an account but the one that asks.
    package func endSessions(of account: Identifier<Account>, except current: SessionToken) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            try WebSessionStore(transaction).deleteAll(of: account, except: current)
            try AuditLog.record(in: transaction, by: .account(account), .sessionsEnded, on: account, detail: "tous les autres appareils", at: now)
        }
    }

    /// Opens a session, and tells the account's owner by mail when the browser is one that the account has never seen.
    static func open(
        _ token: SessionToken,
        for account: Identifier<Account>,
        on browser: VisitingBrowser?,
        in transaction: any Transaction,
        at now: Instant
    ) throws {
        try AccountStore(transaction).recordLogin(of: account, at: now)
        let sessions = WebSessionStore(transaction)
        try sessions.deleteEnded(at: now)
        try sessions.insert(token, for: account, on: browser, at: now)
        guard let browser, try AccountDeviceStore(transaction).meet(browser, for: account, at: now),
            let owner = try AccountOwnerStore(transaction).owner(of: account), let email = owner.email,
            let settings = try PortalCatalogueStore(transaction).load()?.settings
        else { return }
        let mail = Mail.newDevice(browser.name, to: email, salutation: owner.salutation, at: now, from: settings)
        try OutboxStore(transaction).enqueue(mail, to: account, at: now)
    }
}
