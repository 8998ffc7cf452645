/// Gives one family of a campaign its key.
struct KeyCampaignDesk {
    let portal: Portal
    let campaign: KeyCampaign
    let settings: PortalSettings
    let link: String
    let member: Identifier<StaffMember>
    let now: Instant
    let random: any RandomSource

    /// By mail to the first adult who has an address that exists, on a letter to the first adult otherwise.
    func give(to household: Identifier<Household>, onLetter: Bool = false, in transaction: any Transaction) throws {
        guard let family = try FamilyStore(transaction).family(household), let first = family.adults.first else { return }
        let addresses = UnreachableAddressStore(transaction)
        let reader = onLetter ? nil : try family.adults.first { try $0.email.map { try addresses.address($0) == nil } ?? false }
        let letters = try keys(to: family, in: transaction)
        guard let number = letters.first?.number else { return }
        let lines = letters.map(\.line)
        var mail: Identifier<OutboxMessage>?
        if let reader, let address = reader.email {
            let letter = Mail.keys(lines, to: address, for: reader, expiry: campaign.keysExpireAt, link: link, from: settings)
            mail = try OutboxStore(transaction).enqueue(letter, to: nil, at: now)
        }
        try KeyCampaignStore(transaction).put(
            number,
            for: household,
            addressedTo: (reader ?? first).id,
            of: campaign.id,
            mail: mail,
            sealed: mail == nil ? portal.vault.seal(KeyLine.bytes(of: lines), in: KeyLetter.vaultContext(campaign.id, household)) : nil
        )
        let detail = "campagne \(campaign.id.rawValue), \(mail == nil ? "lettre" : "courriel")"
        try AuditLog.record(in: transaction, by: .staff(member), .activationKeyIssued, on: household, detail: detail, at: now)
    }

    /// One key, or one for each child where the town chooses so.
    private func keys(to family: Family, in transaction: any Transaction) throws -> [(number: Identifier<ActivationKey>, line: KeyLine)] {
        let children: [Child?] = settings.keyScope == .child && !family.children.isEmpty ? family.children : [nil]
        return try children.map { child in
            let key = ActivationKey(from: random)
            let number = try ActivationKeyStore(transaction).insert(
                key,
                opening: family.household.id,
                child: child?.id,
                of: campaign.id,
                at: now,
                expiry: campaign.keysExpireAt
            )
            return (number, KeyLine(childName: child?.firstName, key: key.text))
        }
    }
}

extension Mail {
    /// Gives a family its keys.
    fileprivate static func keys(
        _ lines: [KeyLine],
        to recipient: EmailAddress,
        for adult: Adult,
        expiry: Instant,
        link: String,
        from settings: PortalSettings
    ) -> Mail {
        let isByChild = lines.contains { $0.childName != nil }
        let until = ParisTime.date(expiry).french
        let what =
            isByChild
            ? "Chacune rattache un enfant à votre compte. Créez votre espace avec la première avant le \(until), puis saisissez les autres."
            : "Cette clé rattache votre compte au dossier de votre famille. Créez votre espace avant le \(until)."
        return Mail(
            to: recipient,
            subject: "\(isByChild ? "vos clés" : "votre clé") pour créer votre espace",
            salutation: adult.salutation,
            [
                .paragraph(
                    "\(settings.name) vous ouvre son portail, \(settings.portalName)\u{A0}: réservations, absences et demandes, de chez vous."
                ),
                .fact(isByChild ? "Vos clés enfance, une par enfant" : "Votre clé enfance", value: Mail.secretMark), .paragraph(what),
                .action("Créer mon espace", link: link),
                .paragraph(
                    "\(isByChild ? "Ne les donnez" : "Ne la donnez") à personne\u{A0}: une fois inscrit, vous pourrez inviter l'autre parent depuis votre espace."
                ), .paragraph("Vous n'avez pas d'enfant inscrit chez nous\u{A0}? Prévenez-nous\u{A0}: quelqu'un a pu se tromper d'adresse."),
            ],
            from: settings,
            secret: lines.map(\.french).joined(separator: "\n")
        )
    }
}
