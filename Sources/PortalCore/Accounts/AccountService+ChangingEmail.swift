extension AccountService {
    /// The address that an account has asked for; nil when there is none, or when its links have ended.
    package func emailChange(of account: Identifier<Account>) throws -> EmailChange? {
        let change = try portal.database.read { try EmailChangeStore($0).change(of: account) }
        return change.flatMap { $0.expiry > portal.clock.now ? $0 : nil }
    }

    /// Asks both addresses of an account whether the new one may take the place of the old one. An old one that was never confirmed, or that does
    /// not exist any more, is not asked.
    ///
    /// - Throws: `FieldErrors` about `EmailChangeField`; `PasswordHasherFailure` when too many wait.
    package func askForEmailChange(
        of account: Identifier<Account>,
        to typed: String,
        password: String,
        from remoteAddress: String,
        link: @escaping @Sendable (String) -> String
    ) async throws {
        guard let email = EmailAddress(typed) else { throw FieldErrors(EmailChangeField.email, EmailAddress.refusal(of: typed)) }
        _ = try await check(password, of: account, EmailChangeField.password, from: remoteAddress)
        let now = portal.clock.now
        let (old, new) = (EmailConfirmation(from: random, at: now), EmailConfirmation(from: random, at: now))
        try await portal.database.write { transaction in
            guard let owner = try AccountOwnerStore(transaction).owner(of: account), let known = try AccountStore(transaction).account(account),
                let settings = try PortalCatalogueStore(transaction).load()?.settings
            else { return }
            guard owner.email != email else { throw FieldErrors(EmailChangeField.email, "C'est déjà l'adresse de votre espace.") }
            let answers = try owner.email.map { try UnreachableAddressStore(transaction).address($0) == nil } ?? false
            let asked = known.emailConfirmedAt == nil || !answers ? nil : owner.email
            try EmailChangeStore(transaction).insert(email, for: account, old: old, oldConfirmedAt: asked == nil ? now : nil, new: new)
            let outbox = OutboxStore(transaction)
            let letter = EmailChangeLetter(salutation: owner.salutation, email: email, expiry: new.expiry, settings: settings)
            if let asked { try outbox.enqueue(letter.toOldAddress(asked, link: link(old.token.text)), to: account, at: now) }
            try outbox.enqueue(letter.toNewAddress(link: link(new.token.text)), to: account, at: now)
            try AuditLog.record(in: transaction, by: .account(account), .emailChangeAsked, on: account, at: now)
        }
    }

    /// Forgets the address that was asked for.
    package func dropEmailChange(of account: Identifier<Account>) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            guard try EmailChangeStore(transaction).change(of: account) != nil else { return }
            try EmailChangeStore(transaction).delete(of: account)
            try AuditLog.record(in: transaction, by: .account(account), .emailChangeDropped, on: account, at: now)
        }
    }

    /// Sends the link that confirms the account's address again; older ones stop working. Nothing happens once it is confirmed.
    ///
    /// - Throws: `SignInRefusal.tooManyAttempts` after a few.
    package func sendConfirmationAgain(to account: Identifier<Account>, link: @escaping @Sendable (String) -> String) async throws {
        let now = portal.clock.now
        let attempt = AttemptThrottle.Attempt(key: "compte \(account.rawValue)", limit: .confirmationMails)
        if let wait = try await resetThrottle.begin([attempt], at: now) { throw SignInRefusal.tooManyAttempts(waitSeconds: wait) }
        let confirmation = EmailConfirmation(from: random, at: now)
        try await portal.database.write { transaction in
            guard let owner = try AccountOwnerStore(transaction).owner(of: account), let email = owner.email,
                try AccountStore(transaction).account(account)?.emailConfirmedAt == nil,
                let settings = try PortalCatalogueStore(transaction).load()?.settings
            else { return }
            try EmailConfirmationStore(transaction).insert(confirmation, for: account)
            let mail = Mail.confirmation(
                to: email,
                salutation: owner.salutation,
                link: link(confirmation.token.text),
                expiry: confirmation.expiry,
                from: settings
            )
            try OutboxStore(transaction).enqueue(mail, to: account, at: now)
            try AuditLog.record(in: transaction, by: .account(account), .emailConfirmationSent, on: account, at: now)
        }
    }

    /// Notes that one of the two addresses agrees, and changes the account's once both have.
    func confirmChange(token: String, in transaction: any Transaction, at now: Instant) throws -> EmailConfirmationOutcome {
        let changes = EmailChangeStore(transaction)
        guard let account = try changes.account(token: token), let asked = try changes.change(of: account) else { return .unknown }
        guard asked.expiry > now else { return .expired(asked.expiry) }
        try changes.confirm(token: token, at: now)
        guard let change = try changes.change(of: account), change.isOldConfirmed, change.isNewConfirmed,
            let adult = try AccountOwnerStore(transaction).adult(of: account)
        else { return .otherAwaited }
        try HouseholdStore(transaction).updateEmail(of: adult.id, to: change.email)
        if let old = adult.email { _ = try UnreachableAddressStore(transaction).forget(old) }
        try AccountStore(transaction).confirmEmail(of: account, at: now)
        try changes.delete(of: account)
        // A link that the old address still has must not open the account.
        try PasswordResetStore(transaction).deleteAll(of: account)
        try AuditLog.record(in: transaction, by: .account(account), .emailChanged, on: account, at: now)
        return .changed
    }
}
