extension AccountService {
    /// The adult whose account it is; nil when there is no such account.
    package func adult(of account: Identifier<Account>) throws -> Adult? {
        try portal.database.read { try AccountOwnerStore($0).adult(of: account) }
    }

    /// Changes where the account's owner lives and is called, at once, and tells the staff where the town's policy says so.
    ///
    /// - Throws: `FieldErrors` about `OwnContacts.Field`, also for what the town wants to approve first.
    package func changeContacts(of account: Identifier<Account>, to contacts: OwnContacts) async throws {
        var errors = FieldErrors()
        guard let checked = contacts.checked(&errors) else { throw errors }
        let now = portal.clock.now
        try await portal.database.write { transaction in
            guard let adult = try AccountOwnerStore(transaction).adult(of: account) else { return }
            let changes = [
                adult.phone == checked.phone ? nil : "téléphone", adult.address == checked.address ? nil : "adresse",
            ].compactMap(\.self)
            guard !changes.isEmpty else { return }
            try ChangeStore(transaction).admit(checked, of: adult, by: account, at: now)
            try HouseholdStore(transaction).updateContacts(of: adult.id, checked)
            let detail = changes.joined(separator: ", ")
            try AuditLog.record(in: transaction, by: .account(account), .contactsChanged, on: adult.id, detail: detail, at: now)
        }
    }

    /// Changes the password of somebody who knows the current one, and ends all other sessions.
    ///
    /// - Parameters:
    ///   - session: the one that asks, which goes on.
    ///   - remoteAddress: where the browser is, for the delays after wrong passwords.
    /// - Throws: `FieldErrors` about `NewPasswordField`; `PasswordHasherFailure` when too many wait.
    package func changePassword(
        of account: Identifier<Account>,
        from current: String,
        to new: String,
        keeping session: SessionToken,
        from remoteAddress: String
    ) async throws {
        let login = try await check(current, of: account, NewPasswordField.current, from: remoteAddress)
        if let refusal = PasswordRule.refusal(of: new, login: Login(login)) { throw FieldErrors(NewPasswordField.new, refusal) }
        guard new != current else { throw FieldErrors(NewPasswordField.new, "C'est votre mot de passe actuel\u{A0}: choisissez-en un autre.") }
        let hash = try await passwords.hash(new)
        let now = portal.clock.now
        try await portal.database.write { transaction in
            try setPassword(of: account, to: hash, keeping: session, in: transaction, at: now)
            try AuditLog.record(in: transaction, by: .account(account), .passwordChanged, on: account, at: now)
        }
    }

    /// Whether somebody who is signed in knows the password: for what a borrowed telephone must not do.
    ///
    /// - Returns: the account's login.
    /// - Throws: `FieldErrors` about the field; `PasswordHasherFailure` when too many wait.
    func check(_ password: String, of account: Identifier<Account>, _ field: some RawRepresentable<String>, from remoteAddress: String) async throws
        -> String
    {
        let known = try portal.database.read { transaction in
            try AccountStore(transaction).account(account).flatMap { try AccountStore(transaction).credentials(of: SignInName($0.login)) }
        }
        let login = try portal.database.read { try AccountStore($0).account(account)?.login } ?? ""
        do {
            _ = try await gate.check(password, of: login, against: known?.passwordHash, from: remoteAddress, at: portal.clock.now)
        } catch SignInRefusal.wrongCredentials {
            throw FieldErrors(field, password.isEmpty ? "Saisissez votre mot de passe actuel." : "Ce n'est pas votre mot de passe actuel.")
        } catch let refusal as SignInRefusal {
            throw FieldErrors(field, refusal.french)
        }
        return login
    }
}
