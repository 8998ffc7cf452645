import PortalCore
import Testing

@testable import PortalServer

@Suite struct KeyEntryPagesTests {
    /// A town that gives one key for each child, and a family that has no account yet.
    private func town() async throws -> (TestTown, Family) {
        let town = try await TestTown()
        let known = try #require(try PortalDefinitionService(town.portal).definition())
        var settings = known.settings
        settings.keyScope = .child
        let definition = PortalDefinition(settings: settings, closures: known.closures, activities: known.activities)
        try await PortalDefinitionService(town.portal).put(definition)
        let household = try await town.portal.database.write { transaction in
            let households = HouseholdStore(transaction)
            let address = PostalAddress(street: "1 rue des Lilas", postalCode: try #require(PostalCode("91070")), city: "Bondoufle")
            let household = try households.insertHousehold(name: "PETIT", address: address, at: Instant(seconds: 0))
            for name in ["Léonie", "Gaspard"] {
                let day = CivilDate(dayNumber: 17_000)
                let child = try households.insertChild(firstName: name, lastName: "Petit", birthDay: day)
                try households.add(child, to: household, custody: .full)
            }
            return household
        }
        let family = try #require(try town.portal.database.read { try FamilyStore($0).family(household) })
        return (town, family)
    }

    private func registration(_ key: String) -> [(String, String)] {
        [
            ("title", "madame"), ("firstName", "Ana"), ("lastName", "Petit"), ("street", "1 rue des Lilas"), ("postalCode", "91070"),
            ("city", "Bondoufle"), ("phone", "06 12 34 56 78"), ("email", "ana@courriel.example"), ("login", "ana.petit"),
            ("password", "Vélo-rouge-1789"), ("key", key),
        ]
    }

    @Test func `a parent creates an account with one child's key, then types the other's`() async throws {
        let (town, family) = try await town()
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        let page = "agents/foyers/\(family.household.id.rawValue)"
        try await staff.get(page)
        #expect(staff.page.contains("Donner une clé pour Léonie") && !staff.page.contains("Donner une nouvelle clé"))
        var keys: [String] = []
        for child in family.children {
            #expect(try await staff.post("\(page)/cles", [("acte", "donner-\(child.id.rawValue)")]) == .ok)
            let key = staff.page.split(whereSeparator: { $0 == "<" || $0 == ">" }).first { $0.count == 14 && ActivationKey(String($0)) != nil }
            keys.append(String(try #require(key)))
        }
        #expect(try await staff.post("\(page)/cles", [("acte", "donner-999999")]) == .notFound)
        let browser = TestBrowser(town)
        try await browser.get("creer-mon-espace")
        #expect(try await browser.post("creer-mon-espace", registration(keys[0])) == .seeOther)
        #expect(browser.location == "/bondoufle/mon-compte/cle-enfance")
        try await browser.follow()
        #expect(browser.page.contains(family.children[0].fullName) && !browser.page.contains(family.children[1].fullName))
        #expect(try await browser.post("mon-compte/cle-enfance", [("key", keys[0])]) == .unprocessableContent)
        #expect(browser.page.contains("champ-key-erreur") && browser.page.contains("value=\"\(keys[0])\""))
        #expect(try await browser.post("mon-compte/cle-enfance", [("key", keys[1])]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains(family.children[1].fullName))
        try await browser.get("famille")
        #expect(browser.page.contains("Ajouter un enfant avec sa clé"))
    }

    @Test func `a campaign gives each child its key, all of a family in one mail or letter`() async throws {
        let (town, family) = try await town()
        try await town.portal.database.write { transaction in
            try transaction.execute("UPDATE activation_keys SET revoked_at = 1")
            let address = family.household.address
            let adult = AdultDetails(title: .madame, firstName: "Ana", lastName: "Petit", email: nil, phone: nil, address: address)
            try HouseholdStore(transaction).add(HouseholdStore(transaction).insertAdult(adult), to: family.household.id)
        }
        let service = KeyCampaignService(town.portal)
        let id = try await service.start(KeyCampaignForm(name: "Rentrée", enrolledOnly: false), by: Identifier(1), link: "")
        let keys = try ActivationKeyService(town.portal).keys(of: family.household.id)
        #expect(Set(keys.map(\.childName)) == Set(family.children.map(\.firstName)))
        let campaign = try #require(try service.campaign(id))
        #expect(campaign.progress.letters == 1 && campaign.progress.families == 2 && campaign.progress.accounts == 0)
        let letter = try #require(try await OutboxService(town.portal).claimDue(limit: 100).map(\.mail).first { $0.secret != nil })
        #expect(letter.letter.contains("une par enfant") && letter.letter.contains("\u{A0}: ") && !letter.body.contains(letter.secret ?? ""))
        #expect(try await service.printLetters(of: id, by: Identifier(1), link: "https://famille.example") != nil)
    }
}
