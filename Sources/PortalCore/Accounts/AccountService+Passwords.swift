/// The fields of the forms that choose a password.
package enum NewPasswordField: String, CaseIterable, Hashable, Sendable {
    case current = "actuel"
    case new = "nouveau"
}

extension AccountService {
    /// Stores a new password, ends the account's links and sessions, and puts the mail that tells of it in the outbox.
    ///
    /// - Parameter session: the one that goes on.
    func setPassword(
        of account: Identifier<Account>,
        to hash: String,
        keeping session: SessionToken?,
        in transaction: any Transaction,
        at now: Instant
    ) throws {
        try AccountStore(transaction).setPassword(of: account, hash: hash, madeUpUntil: nil)
        try PasswordResetStore(transaction).deleteAll(of: account)
        try WebSessionStore(transaction).deleteAll(of: account, except: session)
        guard let owner = try AccountOwnerStore(transaction).owner(of: account), let email = owner.email,
            let settings = try PortalCatalogueStore(transaction).load()?.settings
        else { return }
        let mail = Mail.passwordChanged(to: email, salutation: owner.salutation, login: owner.login, at: now, from: settings)
        try OutboxStore(transaction).enqueue(mail, to: account, at: now)
    }
}
