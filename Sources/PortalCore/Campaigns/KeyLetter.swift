/// One letter with the clés enfance of a family.
package struct KeyLetter: Hashable, Sendable {
    let recipient: String
    let address: PostalAddress
    let keys: [KeyLine]

    /// Where the key of a letter is sealed.
    static func vaultContext(_ campaign: Identifier<KeyCampaign>, _ household: Identifier<Household>) -> String {
        "campagne \(campaign.rawValue), foyer \(household.rawValue)"
    }
}

extension KeyCampaignService {
    /// The letters of a campaign in one PDF, a page each, whose keys have not been used.
    ///
    /// - Parameter link: the address of the page where accounts are created, which the QR code leads to: never the key with a name.
    /// - Throws: `PDFFailure`, `VaultFailure`, `DatabaseError`.
    package func printLetters(of id: Identifier<KeyCampaign>, by member: Identifier<StaffMember>, link: String) async throws -> [UInt8]? {
        let now = portal.clock.now
        let read = try portal.database.read { transaction -> (KeyCampaign, PortalSettings, [KeyLetter])? in
            let store = KeyCampaignStore(transaction)
            guard let campaign = try store.campaign(id), let settings = try PortalCatalogueStore(transaction).load()?.settings else { return nil }
            return (campaign, settings, try store.letters(of: id).compactMap { try letter($0, of: id, in: transaction) })
        }
        guard let (campaign, settings, letters) = read, !letters.isEmpty else { return nil }
        let sheet = try KeyLetterSheet(settings: settings, expiry: campaign.keysExpireAt, link: link, day: ParisTime.date(now))
        for letter in letters { sheet.draw(letter) }
        let file = try sheet.finish()
        try await portal.database.write { transaction in
            let detail = "\(letters.count) lettres"
            try AuditLog.record(in: transaction, by: .staff(member), .keyLettersPrinted, on: id, detail: detail, at: now)
        }
        return file
    }

    private func letter(
        _ stored: (household: Identifier<Household>, adult: Identifier<Adult>, sealed: [UInt8]),
        of campaign: Identifier<KeyCampaign>,
        in transaction: any Transaction
    ) throws -> KeyLetter? {
        guard let family = try FamilyStore(transaction).family(stored.household),
            let adult = family.adults.first(where: { $0.id == stored.adult }) ?? family.adults.first
        else { return nil }
        let keys = try portal.vault.open(stored.sealed, in: KeyLetter.vaultContext(campaign, stored.household))
        return KeyLetter(
            recipient: "\(adult.title.french) \(adult.fullName)",
            address: family.household.address,
            keys: KeyLine.lines(keys)
        )
    }
}
