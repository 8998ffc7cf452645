/// Gives clés enfance to many families at once.
package struct KeyCampaignService: Sendable {
    /// Keys given in one transaction: large enough to be fast, small enough not to keep parents waiting.
    private static let chunk = 100
    private static let lifetimeDays: Int64 = 180

    let portal: Portal
    private let random: any RandomSource

    package init(_ portal: Portal, random: any RandomSource = SystemRandom()) {
        self.portal = portal
        self.random = random
    }

    package func campaigns() throws -> [KeyCampaign] { try portal.database.read { try KeyCampaignStore($0).campaigns() } }

    package func campaign(_ id: Identifier<KeyCampaign>) throws -> KeyCampaign? {
        try portal.database.read { try KeyCampaignStore($0).campaign(id) }
    }

    /// How many families a campaign would reach now.
    package func reach(enrolledOnly: Bool) throws -> KeyCampaignReach {
        let now = portal.clock.now
        return try portal.database.read { transaction in
            let store = KeyCampaignStore(transaction)
            let today = ParisTime.date(now)
            let households = try store.householdsWithoutAccount(enrolledOnly: enrolledOnly, on: today, at: now, limit: Int.max)
            let byMail = try store.withEmail(households)
            return KeyCampaignReach(byMail: byMail, byLetter: households.count - byMail)
        }
    }

    /// Starts a campaign and gives out its keys.
    ///
    /// - Parameter link: the address of the page where accounts are created.
    /// - Throws: `FieldErrors`, `DatabaseError`. What was given out until then stays, and `resume` goes on.
    package func start(_ form: KeyCampaignForm, by member: Identifier<StaffMember>, link: String) async throws -> Identifier<KeyCampaign> {
        let form = try form.checked()
        let now = portal.clock.now
        let id = try await portal.database.write { transaction in
            let expiry = now.adding(seconds: Self.lifetimeDays * 86_400)
            let id = try KeyCampaignStore(transaction).insert(form, by: member, at: now, keysExpireAt: expiry)
            try AuditLog.record(in: transaction, by: .staff(member), .keyCampaignStarted, on: id, detail: form.name, at: now)
            return id
        }
        try await resume(id, by: member, link: link)
        return id
    }

    /// Gives a key to every family that the campaign is for and that has none yet: the rest after an interruption, newcomers later.
    package func resume(_ id: Identifier<KeyCampaign>, by member: Identifier<StaffMember>, link: String) async throws {
        while try await giveNext(id, by: member, link: link) == Self.chunk {}
    }

    /// How many families got a key.
    private func giveNext(_ id: Identifier<KeyCampaign>, by member: Identifier<StaffMember>, link: String) async throws -> Int {
        let now = portal.clock.now
        return try await portal.database.write { [portal, random] transaction in
            try transaction.lock("campaign:\(id.rawValue)")
            let store = KeyCampaignStore(transaction)
            guard let campaign = try store.campaign(id), campaign.closedAt == nil,
                let settings = try PortalCatalogueStore(transaction).load()?.settings
            else { return 0 }
            let households = try store.householdsWithoutAccount(
                enrolledOnly: campaign.enrolledOnly,
                on: ParisTime.date(now),
                at: now,
                limit: Self.chunk
            )
            let desk = KeyCampaignDesk(portal: portal, campaign: campaign, settings: settings, link: link, member: member, now: now, random: random)
            for household in households { try desk.give(to: household, in: transaction) }
            return households.count
        }
    }

    /// Gives a family whose mail came back another key, on a letter; false when there is no such family.
    package func replaceByLetter(_ household: Identifier<Household>, in id: Identifier<KeyCampaign>, by member: Identifier<StaffMember>) async throws
        -> Bool
    {
        let now = portal.clock.now
        return try await portal.database.write { [portal, random] transaction in
            try transaction.lock("campaign:\(id.rawValue)")
            let store = KeyCampaignStore(transaction)
            guard let campaign = try store.campaign(id), campaign.closedAt == nil,
                try store.refusedMails(of: id).contains(where: { $0.household == household }),
                let settings = try PortalCatalogueStore(transaction).load()?.settings
            else { return false }
            try ActivationKeyStore(transaction).revokeAll(of: id, for: household, at: now)
            let desk = KeyCampaignDesk(portal: portal, campaign: campaign, settings: settings, link: "", member: member, now: now, random: random)
            try desk.give(to: household, onLetter: true, in: transaction)
            return true
        }
    }

    /// Forgets the keys of the letters; false when there is no such campaign or it is closed already.
    package func close(_ id: Identifier<KeyCampaign>, by member: Identifier<StaffMember>) async throws -> Bool {
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            guard try KeyCampaignStore(transaction).close(id, at: now) else { return false }
            try AuditLog.record(in: transaction, by: .staff(member), .keyCampaignClosed, on: id, at: now)
            return true
        }
    }

    /// The families whose mail no server took.
    package func refusedMails(of id: Identifier<KeyCampaign>) throws -> [RefusedKeyMail] {
        try portal.database.read { try KeyCampaignStore($0).refusedMails(of: id) }
    }
}

extension AuditAct {
    package static let keyCampaignStarted = AuditAct(rawValue: "campaign.started")
    package static let keyCampaignClosed = AuditAct(rawValue: "campaign.closed")
    package static let keyLettersPrinted = AuditAct(rawValue: "campaign.lettersPrinted")
}
