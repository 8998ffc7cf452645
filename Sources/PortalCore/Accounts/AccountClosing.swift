/// Closes an account inside a transaction: nobody comes in any more, and what the account no longer needs is forgotten.
struct AccountClosing {
    private let transaction: any Transaction
    private let vault: Vault

    init(_ transaction: any Transaction, _ vault: Vault) {
        self.transaction = transaction
        self.vault = vault
    }

    /// The family's file, the bookings and the journal stay.
    func close(_ account: Identifier<Account>, by actor: Actor, at now: Instant) throws {
        try AccountStore(transaction).close(account, at: now)
        try WebSessionStore(transaction).deleteAll(of: account, except: nil)
        try PasswordResetStore(transaction).deleteAll(of: account)
        try EmailChangeStore(transaction).delete(of: account)
        try AccountDeviceStore(transaction).deleteAll(of: account)
        try SecondFactorStore(transaction, vault).delete(.account(account))
        try HalfSignInStore(transaction).delete(of: .account(account))
        try IdentityRequestStore(transaction, vault).deleteAll(of: account)
        _ = try LinkedIdentityStore(transaction, vault).detach(account)
        try AuditLog.record(in: transaction, by: actor, .accountClosed, on: account, at: now)
    }
}

extension AuditAct {
    /// Subject: the account.
    fileprivate static let accountClosed = AuditAct(rawValue: "account.closed")
}
