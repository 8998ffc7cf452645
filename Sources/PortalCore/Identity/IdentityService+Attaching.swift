/// The fields of the forms that attach and detach an identity.
package enum IdentityField: String {
    case password = "motdepasse"
}

extension IdentityService {
    /// Attaches who came back in a browser to the account that is signed in there, whose password proves its owner. A mail says so.
    ///
    /// - Throws: `FieldErrors` about `IdentityField`; `IdentityRefusal`; `PasswordHasherFailure` when too many wait.
    package func attach(
        in browser: String,
        to account: Identifier<Account>,
        session: SessionToken,
        password: String,
        from remoteAddress: String
    ) async throws {
        guard let arrival = try arrival(in: browser), arrival.account == nil || arrival.account == account else { throw IdentityRefusal.tooLate }
        _ = try await accounts.check(password, of: account, IdentityField.password, from: remoteAddress)
        let now = portal.clock.now
        try await portal.database.write { [vault = portal.vault] transaction in
            try arrival.attach(to: account, session: session, in: transaction, vault, at: now)
            try IdentityService.tell(account, in: transaction, at: now) { Mail.identityAttached(to: $0, salutation: $1, at: now, from: $2) }
        }
    }

    /// Detaches the identity of an account whose password proves its owner. A mail says so.
    ///
    /// - Throws: `FieldErrors` about `IdentityField`; `PasswordHasherFailure` when too many wait.
    package func detach(from account: Identifier<Account>, password: String, from remoteAddress: String) async throws {
        _ = try await accounts.check(password, of: account, IdentityField.password, from: remoteAddress)
        let now = portal.clock.now
        try await portal.database.write { [vault = portal.vault] transaction in
            guard try LinkedIdentityStore(transaction, vault).detach(account) else { return }
            try AuditLog.record(in: transaction, by: .account(account), .identityDetached, on: account, at: now)
            try IdentityService.tell(account, in: transaction, at: now) { Mail.identityDetached(to: $0, salutation: $1, at: now, from: $2) }
        }
    }

    private static func tell(
        _ account: Identifier<Account>,
        in transaction: any Transaction,
        at now: Instant,
        _ mail: (EmailAddress, String, PortalSettings) -> Mail
    ) throws {
        guard let owner = try AccountOwnerStore(transaction).owner(of: account), let email = owner.email,
            let settings = try PortalCatalogueStore(transaction).load()?.settings
        else { return }
        try OutboxStore(transaction).enqueue(mail(email, owner.salutation, settings), to: account, at: now)
    }
}

extension IdentityArrival {
    /// Attaches the identity, in the transaction of what proves that the account is the same person's: its password, or its creation.
    ///
    /// - Throws: `IdentityRefusal` when the identity or the account is taken.
    func attach(to account: Identifier<Account>, session: SessionToken, in transaction: any Transaction, _ vault: Vault, at now: Instant) throws {
        let identities = LinkedIdentityStore(transaction, vault)
        try identities.attach(self, to: account, at: now)
        try identities.keep(token, for: session)
        try IdentityRequestStore(transaction, vault).deleteArrival(in: browser)
        try AuditLog.record(in: transaction, by: .account(account), .identityAttached, on: account, at: now)
    }
}

extension AuditAct {
    /// Subject of these: the account.
    fileprivate static let identityAttached = AuditAct(rawValue: "account.identityAttached")
    fileprivate static let identityDetached = AuditAct(rawValue: "account.identityDetached")
}
