extension AccountService {
    /// Why an account cannot be prepared: a sentence for the staff.
    package struct PreparationRefusal: Error, Hashable, Sendable {
        package let french: String
    }

    /// The adults of the town with a name, and their accounts, for the staff.
    ///
    /// - Parameter name: the beginning of a first or last name; fewer than two letters find nobody.
    package func people(named name: String) throws -> [PersonWithAccount] {
        let wanted = NameKey.folded(name)
        guard wanted.count >= 2 else { return [] }
        return try portal.database.read { try AccountPeopleStore($0).all() }.filter { person in
            [person.adult.firstName, person.adult.lastName].contains { NameKey.folded($0).hasPrefix(wanted) }
        }
    }

    /// An adult, with the account if there is one.
    package func person(_ adult: Identifier<Adult>) throws -> PersonWithAccount? {
        try portal.database.read { try AccountPeopleStore($0).person(adult) }
    }

    /// Creates an account for an adult whom the town knows, and mails the login with a first password that lets in once.
    ///
    /// - Throws: `PreparationRefusal`; `PasswordHasherFailure` when too many wait.
    package func prepareAccount(for adult: Identifier<Adult>, by member: Identifier<StaffMember>, link: String) async throws {
        let now = portal.clock.now
        let password = FirstPassword(from: random, at: now)
        let hash = try await passwords.hash(password.text)
        try await portal.database.write { transaction in
            guard let person = try AccountPeopleStore(transaction).person(adult) else { throw PreparationRefusal(french: "Cet adulte n'existe pas.") }
            guard person.account == nil else { throw PreparationRefusal(french: "\(person.adult.fullName) a déjà un compte.") }
            guard let email = person.adult.email else {
                throw PreparationRefusal(
                    french: "\(person.adult.fullName) n'a pas d'adresse e-mail\u{A0}: donnez-lui plutôt une clé enfance, par courrier."
                )
            }
            try refuseUnreachable(email, of: person.adult, in: transaction)
            guard let settings = try PortalCatalogueStore(transaction).load()?.settings else { return }
            let accounts = AccountStore(transaction)
            let login = try freeLogin(for: person.adult, accounts)
            let account = try accounts.insert(login: login, passwordHash: hash, adult: adult, at: now)
            try accounts.setPassword(of: account, hash: hash, madeUpUntil: password.expiry)
            let mail = Mail.preparedAccount(to: email, for: person.adult, login: login, password: password, link: link, from: settings)
            try OutboxStore(transaction).enqueue(mail, to: account, at: now)
            try AuditLog.record(in: transaction, by: .staff(member), .accountPrepared, on: account, detail: "adulte \(adult.rawValue)", at: now)
        }
    }

    /// Mails another first password to somebody who has not used the one before, or whose account was closed: it opens again.
    ///
    /// - Throws: `PreparationRefusal`; `PasswordHasherFailure` when too many wait.
    package func sendFirstPasswordAgain(to adult: Identifier<Adult>, by member: Identifier<StaffMember>, link: String) async throws {
        let now = portal.clock.now
        let password = FirstPassword(from: random, at: now)
        let hash = try await passwords.hash(password.text)
        try await portal.database.write { transaction in
            guard let person = try AccountPeopleStore(transaction).person(adult), let account = person.account,
                account.firstPasswordUntil != nil || account.closedAt != nil,
                let login = Login(account.login), let email = person.adult.email,
                let settings = try PortalCatalogueStore(transaction).load()?.settings
            else { throw PreparationRefusal(french: "Cet adulte n'a pas de compte préparé qui attende.") }
            try refuseUnreachable(email, of: person.adult, in: transaction)
            try AccountStore(transaction).reopen(account.id)
            try AccountStore(transaction).setPassword(of: account.id, hash: hash, madeUpUntil: password.expiry)
            let mail = Mail.preparedAccount(to: email, for: person.adult, login: login, password: password, link: link, from: settings)
            try OutboxStore(transaction).enqueue(mail, to: account.id, at: now)
            try AuditLog.record(in: transaction, by: .staff(member), .firstPasswordSent, on: account.id, at: now)
        }
    }

    /// Replaces the first password, which has just let somebody in, by one of one's own.
    ///
    /// - Throws: `FieldErrors` about `NewPasswordField`; `PasswordHasherFailure` when too many wait.
    package func chooseFirstPassword(of account: Identifier<Account>, _ new: String, keeping session: SessionToken) async throws {
        let login = try self.account(account)?.login ?? ""
        if let refusal = PasswordRule.refusal(of: new, login: Login(login)) { throw FieldErrors(NewPasswordField.new, refusal) }
        let hash = try await passwords.hash(new)
        let now = portal.clock.now
        try await portal.database.write { transaction in
            guard try AccountStore(transaction).firstPasswordUntil(of: account) != nil else { return }
            try setPassword(of: account, to: hash, keeping: session, in: transaction, at: now)
            // The first password came by mail: who has it reads the address.
            try AccountStore(transaction).confirmEmail(of: account, at: now)
            try AuditLog.record(in: transaction, by: .account(account), .passwordChanged, on: account, at: now)
        }
    }

    /// A first password would be lost on the way to an address that does not exist.
    private func refuseUnreachable(_ email: EmailAddress, of adult: Adult, in transaction: any Transaction) throws {
        guard try UnreachableAddressStore(transaction).address(email) != nil else { return }
        throw PreparationRefusal(
            french: "L'adresse e-mail de \(adult.fullName) ne répond plus\u{A0}: donnez-lui plutôt une clé enfance, par courrier."
        )
    }

    /// The name as a login, with the first number that makes it free.
    private func freeLogin(for adult: Adult, _ accounts: AccountStore) throws -> Login {
        for number in 1...999 {
            let suffix = number == 1 ? "" : String(number)
            let login = Login(firstName: adult.firstName, lastName: adult.lastName, suffix: suffix) ?? Login("parent\(adult.id.rawValue)\(suffix)")
            if let login, try !accounts.isTaken(login) { return login }
        }
        throw DatabaseError.other("no free login")
    }
}
