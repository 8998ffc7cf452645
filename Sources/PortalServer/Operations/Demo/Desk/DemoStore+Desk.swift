import PortalCore

extension DemoStore {
    func staffMember(_ login: String) throws -> Identifier<StaffMember>? {
        try transaction.first("SELECT id FROM staff_members WHERE login = $1", login) { try $0[0] }
    }

    /// The households of which nobody has an account or an unused key, in the order in which they were made.
    func householdsWithoutAccount(limit: Int) throws -> [Identifier<Household>] {
        try transaction.query(
            """
            SELECT h.id FROM households h
            WHERE NOT EXISTS (SELECT 1 FROM household_adults m JOIN accounts a ON a.adult_id = m.adult_id WHERE m.household_id = h.id)
                AND NOT EXISTS (SELECT 1 FROM activation_keys k WHERE k.household_id = h.id)
                AND EXISTS (SELECT 1 FROM household_adults m JOIN adults d ON d.id = m.adult_id WHERE m.household_id = h.id AND d.email IS NOT NULL)
            ORDER BY h.id LIMIT $1
            """,
            limit
        ) { try $0[0] }
    }

    /// What the last mail to an adult says to nobody else.
    func secretOfLatestMail(to adult: Identifier<Adult>) throws -> String? {
        try transaction.first(
            "SELECT o.secret FROM outbox o JOIN accounts a ON a.id = o.account_id WHERE a.adult_id = $1 ORDER BY o.id DESC LIMIT 1",
            adult
        ) { try $0[0] as String? } ?? nil
    }

    /// A mail that gives a household its keys.
    typealias KeyMail = (mail: Identifier<OutboxMessage>, household: Identifier<Household>, secret: String)

    /// The mails of a campaign, in order.
    func keyMails(of campaign: Identifier<KeyCampaign>) throws -> [KeyMail] {
        try transaction.query(
            """
            SELECT o.id, h.household_id, o.secret FROM key_campaign_households h JOIN outbox o ON o.id = h.mail_id
            WHERE h.campaign_id = $1 AND o.secret IS NOT NULL ORDER BY o.id
            """,
            campaign
        ) { (mail: try $0[0], household: try $0[1], secret: try $0[2]) }
    }
}
