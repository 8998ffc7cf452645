import PortalCore
import Testing

@testable import PortalServer

@Suite struct KeyCampaignPagesTests {
    private let pages = "agents/campagnes"

    /// A town where two families have no account and no key; some of them have no e-mail address either.
    private func emptied(_ town: TestTown, withoutEmail: Int) async throws {
        try await town.portal.database.write { transaction in
            try transaction.execute("UPDATE activation_keys SET revoked_at = 1")
            let households = HouseholdStore(transaction)
            let address = PostalAddress(street: "1 rue des Lilas", postalCode: try #require(PostalCode("91070")), city: "Bondoufle")
            let household = try households.insertHousehold(name: "PETIT", address: address, at: Instant(seconds: 0))
            let email = EmailAddress("petit@courriel.example")
            let adult = AdultDetails(title: .madame, firstName: "Ana", lastName: "Petit", email: email, phone: nil, address: address)
            try households.add(try households.insertAdult(adult), to: household)
            try transaction.execute(
                """
                UPDATE adults SET email = NULL WHERE id IN (SELECT adult_id FROM household_adults WHERE household_id IN (
                    SELECT h.id FROM households h WHERE NOT EXISTS (
                        SELECT 1 FROM household_adults a JOIN accounts c ON c.adult_id = a.adult_id WHERE a.household_id = h.id)
                    ORDER BY h.id LIMIT $1))
                """,
                withoutEmail
            )
        }
    }

    @Test func `a campaign gives each family without account one key, by mail or on a letter`() async throws {
        let town = try await TestTown()
        try await emptied(town, withoutEmail: 1)
        let service = KeyCampaignService(town.portal)
        let reach = try service.reach(enrolledOnly: false)
        #expect(reach.byLetter == 1 && reach.byMail == 1)
        let browser = TestBrowser(town)
        try await browser.signInStaff("guichet")
        #expect(try await browser.get(pages) == .ok)
        #expect(try await browser.post(pages, [("nom", " "), ("inscrits", "oui")]) == .unprocessableContent)
        #expect(browser.page.contains("champ-nom-erreur") && browser.page.contains("checked"))
        #expect(try await browser.post(pages, [("nom", "Rentrée 2027")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Rentrée 2027") && browser.page.contains("Télécharger les lettres"))
        let campaign = try #require(try service.campaigns().first)
        #expect(campaign.progress.families == reach.families && campaign.progress.letters == 1)
        #expect(try service.reach(enrolledOnly: false).families == 0)
        // Going on gives nobody a second key.
        try await service.resume(campaign.id, by: Identifier(1), link: "")
        #expect(try service.campaign(campaign.id)?.progress == campaign.progress)
    }

    @Test func `the letters are a file whose keys work once, and are forgotten when the campaign closes`() async throws {
        let town = try await TestTown()
        try await emptied(town, withoutEmail: 1)
        let browser = TestBrowser(town)
        try await browser.signInStaff("guichet")
        try await browser.get(pages)
        try await browser.post(pages, [("nom", "Rentrée")])
        try await browser.follow()
        #expect(try await browser.post("\(pages)/1/lettres", []) == .ok)
        #expect(browser.response.headers["Content-Type"] == "application/pdf")
        #expect(browser.response.headers["Content-Disposition"] == "attachment; filename=\"lettres-bondoufle-1.pdf\"")
        #expect(browser.response.body.starts(with: Array("%PDF-".utf8)))
        try await browser.get("\(pages)/1")
        #expect(try await browser.post("\(pages)/1", [("acte", "clore")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("a oublié les clés"))
        #expect(try await browser.post("\(pages)/1/lettres", []) == .notFound)
        try await browser.get("\(pages)")
        #expect(try await browser.post("\(pages)/1", [("acte", "autre")]) == .badRequest)
        #expect(try await browser.get("\(pages)/2") == .notFound)
    }

    @Test func `a mail that no server takes becomes a letter, and its key is worth nothing`() async throws {
        let town = try await TestTown()
        try await emptied(town, withoutEmail: 0)
        let service = KeyCampaignService(town.portal)
        let id = try await service.start(KeyCampaignForm(name: "Rentrée", enrolledOnly: false), by: Identifier(1), link: "")
        try await town.portal.database.write { transaction in
            try transaction.execute(
                "UPDATE outbox SET failed_at = 1, last_error = '550' WHERE id = (SELECT min(mail_id) FROM key_campaign_households)"
            )
        }
        let refused = try #require(try service.refusedMails(of: id).first)
        let browser = TestBrowser(town)
        try await browser.signInStaff("guichet")
        try await browser.get("\(pages)/\(id.rawValue)")
        #expect(browser.page.contains("Courriels refusés") && browser.page.contains(refused.name))
        let act = [("acte", "lettre-\(refused.household.rawValue)")]
        #expect(try await browser.post("\(pages)/\(id.rawValue)", act) == .seeOther)
        let after = try #require(try service.campaign(id))
        #expect(after.progress.letters == 1 && after.progress.mailsRefused == 0)
        let keys = try ActivationKeyService(town.portal).keys(of: refused.household)
        #expect(keys.count(where: { $0.isOpen(at: town.clock.now) }) == 1)
        try await browser.follow()
        #expect(try await browser.post("\(pages)/\(id.rawValue)", act) == .notFound)
    }
}
