/// The sessions of browsers, once somebody has signed in.
package struct WebSessionService: Sendable {
    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// Who signed in with a token; nil when there is no such session or it has ended. One cheap read.
    package func resolve(_ token: SessionToken) throws -> SignedIn? {
        try portal.database.read { try resolve(token, in: $0) }
    }

    /// The same inside a snapshot that is already being read.
    package func resolve(_ token: SessionToken, in snapshot: any Transaction) throws -> SignedIn? {
        try WebSessionStore(snapshot).resolve(token, at: portal.clock.now)
    }

    /// Lengthens a session that is in use. To be called when `renewalDue` says so, which is a few times an hour at most.
    package func renew(_ token: SessionToken) async throws {
        let now = portal.clock.now
        try await FormSubmission.aside { try await portal.database.write { try WebSessionStore($0).renew(token, at: now) } }
    }

    /// Ends a session. Nothing happens when there is none.
    package func signOut(_ token: SessionToken) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            guard let actor = try WebSessionStore(transaction).delete(token) else { return }
            switch actor {
            case .account(let account): try AuditLog.record(in: transaction, by: actor, .signedOut, on: account, at: now)
            case .staff(let member): try AuditLog.record(in: transaction, by: actor, .staffSignedOut, on: member, at: now)
            case .system: break
            }
        }
    }
}
