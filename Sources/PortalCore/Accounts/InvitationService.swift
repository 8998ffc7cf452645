/// Lets a parent invite another adult of its household: the portal issues a clé enfance and mails it.
package struct InvitationService: Sendable {
    private static let lifetimeDays: Int64 = 30
    private static let mostWaiting = 3

    private let portal: Portal
    private let random: any RandomSource

    package init(_ portal: Portal, random: any RandomSource = SystemRandom()) {
        self.portal = portal
        self.random = random
    }

    /// - Parameter link: the address of the page where accounts are created.
    /// - Throws: `FieldErrors` for the address; `HouseholdRefusal`.
    package func invite(
        _ typed: String,
        to household: Identifier<Household>,
        by account: Identifier<Account>,
        link: String
    ) async throws {
        guard let email = EmailAddress(typed) else {
            throw FieldErrors(InvitationForm.Field.email, "Indiquez une adresse e-mail valable. Exemple\u{A0}: prenom.nom@exemple.fr.")
        }
        let key = ActivationKey(from: random)
        let now = portal.clock.now
        let expiry = now.adding(seconds: Self.lifetimeDays * 86_400)
        try await portal.database.write { transaction in
            try transaction.lock("household:\(household.rawValue)")
            guard let access = try HouseholdAccess(account: account, in: transaction), let family = access.family(household) else {
                throw HouseholdRefusal.unknown
            }
            // Whoever joins sees everything of the household: only somebody from whom nothing of it is kept may let others in.
            let everybody = try FamilyStore(transaction).family(household)?.children ?? []
            guard everybody.allSatisfy({ access.relation(to: $0.id)?.holdsAuthority == true }) else { throw HouseholdRefusal.noAuthority }
            let keys = ActivationKeyStore(transaction)
            guard try keys.waiting(for: household, at: now) < Self.mostWaiting else {
                throw HouseholdRefusal.tooMany(
                    "\(Self.mostWaiting) clés enfance attendent déjà dans ce foyer\u{A0}: utilisez-les, ou adressez-vous au service."
                )
            }
            guard let settings = try PortalCatalogueStore(transaction).load()?.settings else { throw HouseholdRefusal.unknown }
            try keys.insert(key, opening: household, at: now, expiry: expiry)
            let mail = Mail.invitation(to: email, from: access.adult, into: family, key: key, expiry: expiry, link: link, settings)
            try OutboxStore(transaction).enqueue(mail, to: nil, at: now)
            try AuditLog.record(in: transaction, by: .account(account), .adultInvited, on: household, at: now)
        }
    }
}

/// The form of an invitation.
package enum InvitationForm {
    enum Field: String {
        case email = "courriel"
    }

    package static let email = Field.email.rawValue
}

extension Mail {
    /// Gives somebody a key to a household, on a parent's behalf.
    fileprivate static func invitation(
        to recipient: EmailAddress,
        from sender: Adult,
        into family: Family,
        key: ActivationKey,
        expiry: Instant,
        link: String,
        _ settings: PortalSettings
    ) -> Mail {
        Mail(
            to: recipient,
            subject: "vous êtes invité à créer votre espace",
            salutation: nil,
            [
                .paragraph(
                    """
                    \(sender.fullName) vous invite à suivre sa famille sur \(settings.portalName), \(settings.name). Vous aurez votre propre compte, \
                    avec votre identifiant et vos courriels.
                    """
                ), .fact("Votre clé enfance", value: Mail.secretMark),
                .paragraph("Créez votre espace avec cette clé avant le \(ParisTime.date(expiry).french)."),
                .action("Créer mon espace", link: link),
                .paragraph("Vous ne connaissez pas cette personne\u{A0}? Ne faites rien, et prévenez-nous."),
            ],
            from: settings,
            secret: key.text
        )
    }
}
