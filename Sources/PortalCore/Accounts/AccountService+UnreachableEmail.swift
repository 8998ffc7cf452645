extension AccountService {
    /// The owner of an account says that the address works again: a mail is tried, and says that it has arrived. When it comes back, so does the mark.
    ///
    /// - Throws: `SignInRefusal.tooManyAttempts` after a few.
    package func tryEmailAgain(of account: Identifier<Account>) async throws {
        let now = portal.clock.now
        let attempt = AttemptThrottle.Attempt(key: "adresse \(account.rawValue)", limit: .confirmationMails)
        if let wait = try await resetThrottle.begin([attempt], at: now) { throw SignInRefusal.tooManyAttempts(waitSeconds: wait) }
        try await portal.database.write { transaction in
            guard let owner = try AccountOwnerStore(transaction).owner(of: account), let email = owner.email,
                try UnreachableAddressStore(transaction).forget(email), let settings = try PortalCatalogueStore(transaction).load()?.settings
            else { return }
            let mail = Mail.addressTriedAgain(to: email, salutation: owner.salutation, from: settings)
            try OutboxStore(transaction).enqueue(mail, to: account, at: now)
            try AuditLog.record(in: transaction, by: .account(account), .addressTriedAgain, on: account, detail: email.text, at: now)
        }
    }
}

extension Mail {
    /// Shows somebody that an address works again.
    fileprivate static func addressTriedAgain(to recipient: EmailAddress, salutation: String, from settings: PortalSettings) -> Mail {
        Mail(
            to: recipient,
            subject: "votre adresse e-mail fonctionne",
            salutation: salutation,
            [
                .paragraph("Nos courriels ne vous arrivaient plus, et vous nous avez demandé de réessayer. Celui-ci est arrivé\u{A0}: tout va bien."),
                .paragraph(
                    "Il n'y a rien à faire. Ce que nous vous avons écrit entre-temps est dans votre espace, à la page «\u{A0}Messages\u{A0}»."
                ),
            ],
            from: settings
        )
    }
}
