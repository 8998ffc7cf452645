/// Gives one family of a campaign its key.
struct KeyCampaignDesk {
    let portal: Portal
    let campaign: KeyCampaign
    let settings: PortalSettings
    let link: String
    let member: Identifier<StaffMember>
    let now: Instant
    let random: any RandomSource

    /// By mail to the first adult who has an address, on a letter to the first adult otherwise.
    func give(to household: Identifier<Household>, onLetter: Bool = false, in transaction: any Transaction) throws {
        guard let family = try FamilyStore(transaction).family(household), let first = family.adults.first else { return }
        let reader = onLetter ? nil : family.adults.first { $0.email != nil }
        let key = ActivationKey(from: random)
        let number = try ActivationKeyStore(transaction).insert(key, opening: household, at: now, expiry: campaign.keysExpireAt)
        var mail: Identifier<OutboxMessage>?
        if let reader, let address = reader.email {
            let letter = Mail.key(key, to: address, for: reader, expiry: campaign.keysExpireAt, link: link, from: settings)
            mail = try OutboxStore(transaction).enqueue(letter, to: nil, at: now)
        }
        try KeyCampaignStore(transaction).put(
            number,
            for: household,
            addressedTo: (reader ?? first).id,
            of: campaign.id,
            mail: mail,
            sealed: mail == nil ? portal.vault.seal(Array(key.text.utf8), in: KeyLetter.vaultContext(campaign.id, household)) : nil
        )
        let detail = "campagne \(campaign.id.rawValue), \(mail == nil ? "lettre" : "courriel")"
        try AuditLog.record(in: transaction, by: .staff(member), .activationKeyIssued, on: household, detail: detail, at: now)
    }
}

extension Mail {
    /// Gives a family its key.
    fileprivate static func key(
        _ key: ActivationKey,
        to recipient: EmailAddress,
        for adult: Adult,
        expiry: Instant,
        link: String,
        from settings: PortalSettings
    ) -> Mail {
        let body = """
            Bonjour \(adult.salutation),

            \(settings.name) vous ouvre son portail, \(settings.portalName)\u{A0}: réservations, absences, documents et demandes, de chez vous.

            Votre clé enfance\u{A0}: \(Mail.secretMark)

            Elle rattache votre compte au dossier de votre famille. Créez votre espace avec elle avant le \(ParisTime.date(expiry).french)\u{A0}:

            \(link)

            Ne la donnez à personne\u{A0}: une fois inscrit, vous pourrez inviter l'autre parent depuis votre espace.

            \(settings.mailSignature)
            """
        return Mail(recipient: recipient, subject: "\(settings.shortName)\u{A0}: votre clé pour créer votre espace", body: body, secret: key.text)
    }
}
