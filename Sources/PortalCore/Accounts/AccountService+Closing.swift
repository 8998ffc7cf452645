/// The fields of the form that closes an account.
package enum AccountClosingField: String {
    case password = "motdepasse"
}

extension AccountService {
    /// Closes the account of somebody who knows its password. A mail says so.
    ///
    /// - Parameter remoteAddress: where the browser is, for the delays after wrong passwords.
    /// - Throws: `FieldErrors` about `AccountClosingField`; `PasswordHasherFailure` when too many wait.
    package func close(_ account: Identifier<Account>, password: String, from remoteAddress: String) async throws {
        let login = try await check(password, of: account, AccountClosingField.password, from: remoteAddress)
        let now = portal.clock.now
        try await portal.database.write { [vault = portal.vault] transaction in
            try AccountClosing(transaction, vault).close(account, by: .account(account), at: now)
            guard let owner = try AccountOwnerStore(transaction).owner(of: account), let email = owner.email,
                let settings = try PortalCatalogueStore(transaction).load()?.settings
            else { return }
            let mail = Mail.accountClosed(to: email, salutation: owner.salutation, login: login, at: now, from: settings)
            try OutboxStore(transaction).enqueue(mail, to: account, at: now)
        }
    }
}
