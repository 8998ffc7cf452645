import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

@Suite struct FamilyFileTests {
    private let contact = [("prenom", "Jeanne"), ("nom", "Martin"), ("lien", "Grand-mère"), ("telephone", "06 39 98 00 01"), ("cherche", "oui")]

    @Test func `a parent keeps the entourage, and the staff delete what the parent no longer wants`() async throws {
        let town = try await TestTown()
        let child = try #require(try town.access("marie.dupont").children.first).id.rawValue
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        #expect(try await browser.get("enfants/\(child)/entourage") == .ok)
        #expect(try await browser.post("enfants/\(child)/entourage", [("prenom", "Jeanne")]) == .unprocessableContent)
        #expect(browser.page.contains("value=\"Jeanne\"") && browser.page.contains("Indiquez le nom."))
        #expect(try await browser.post("enfants/\(child)/entourage", contact) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Jeanne Martin") && browser.page.contains("06\u{A0}39\u{A0}98\u{A0}00\u{A0}01"))
        let id = try #require(try town.contact(named: "Jeanne"))
        #expect(try await browser.get("enfants/\(child)/entourage/\(id)") == .ok)
        let corrected = contact.map { $0.0 == "prenom" ? ("prenom", "Louise") : $0 }
        #expect(try await browser.post("enfants/\(child)/entourage/\(id)", corrected) == .seeOther)
        try await browser.get("enfants/\(child)/entourage")
        try await browser.post("enfants/\(child)/entourage/\(id)/suppression", [("demande", "oui")])
        try await browser.follow()
        #expect(browser.page.contains("Suppression demandée") && browser.page.contains("Louise Martin"))

        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        try await staff.get("agents/foyers")
        #expect(staff.page.contains("Supprimer Louise Martin"))
        #expect(try await staff.post("agents/contacts/\(id)/suppression", [("decision", "supprimer")]) == .seeOther)
        try await browser.get("enfants/\(child)/entourage")
        #expect(!browser.page.contains("Louise Martin"))
    }

    @Test func `a stranger finds none of a family's pages, whatever the method`() async throws {
        let town = try await TestTown()
        let mine = try town.access("marie.dupont")
        let (child, household) = (try #require(mine.children.first).id.rawValue, try #require(mine.families.first).household.id.rawValue)
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        try await browser.get("enfants/\(child)/entourage")
        try await browser.post("enfants/\(child)/entourage", contact)
        let id = try #require(try town.contact(named: "Jeanne"))
        let stranger = TestBrowser(town)
        try await stranger.signIn(town.stranger(to: "marie.dupont"))
        try await stranger.get("accueil")
        let token = try #require(stranger.hidden("jeton"))
        for path in ["enfants/\(child)/entourage", "enfants/\(child)/entourage/\(id)", "foyers/\(household)/invitation"] {
            #expect(try await stranger.get(path) == .notFound, "\(path)")
        }
        let forms: [(String, [(String, String)])] = [
            ("enfants/\(child)/entourage", contact), ("enfants/\(child)/entourage/\(id)", contact),
            ("enfants/\(child)/entourage/\(id)/suppression", [("demande", "oui")]),
            ("enfants/\(child)/entourage/copie", [("enfant", String(child + 1))]),
            ("foyers/\(household)/invitation", [("courriel", "x@exemple.fr")]),
        ]
        for (path, fields) in forms { #expect(try await stranger.post(path, fields, token: token) == .notFound, "\(path)") }
    }

    @Test func `an invitation mails a key that opens the household`() async throws {
        let town = try await TestTown()
        let household = try #require(try town.access("marie.dupont").families.first).household.id.rawValue
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        try await browser.get("foyers/\(household)/invitation")
        #expect(try await browser.post("foyers/\(household)/invitation", [("courriel", "pas une adresse")]) == .unprocessableContent)
        #expect(try await browser.post("foyers/\(household)/invitation", [("courriel", "lou@exemple.fr")]) == .seeOther)
        let mail = try #require(try town.mail(to: "lou@exemple.fr"))
        let key = try #require(ActivationKey(mail.secret))
        #expect(mail.body.contains("https://famille.example/bondoufle/creer-mon-espace") && !mail.body.contains(mail.secret))
        let newcomer = TestBrowser(town)
        try await newcomer.get("creer-mon-espace")
        let typed = [
            "madame", "Lou", "Petit", "1 rue des Lilas", "91070", "Bondoufle", "0612345678", "lou@exemple.fr", "lou.petit", "Une longue phrase 42",
            key.text,
        ]
        let named = zip(Registration.Field.allCases.map(\.rawValue), typed).map { ($0, $1) }
        #expect(try await newcomer.post("creer-mon-espace", named) == .seeOther)
        #expect(try town.access("lou.petit").families.map(\.household.id.rawValue) == [household])
    }

    @Test func `the staff bar an adult from a child, who then does not find it`() async throws {
        let town = try await TestTown()
        let access = try town.access("marie.dupont")
        let (adult, child) = (access.adult.id.rawValue, try #require(access.children.first).id.rawValue)
        let household = try #require(access.families.first).household.id.rawValue
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        #expect(try await staff.get("agents/foyers?nom=dupont") == .ok)
        #expect(try await staff.get("agents/foyers/\(household)") == .ok)
        let path = "agents/foyers/\(household)/liens/\(adult)/\(child)"
        #expect(try await staff.get(path) == .ok)
        #expect(try await staff.post(path, [("lien", "mère"), ("autorite", "décision"), ("voit", "oui")]) == .seeOther)
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        #expect(try await browser.get("enfants/\(child)") == .notFound)
        #expect(try await browser.get("reservations") == .ok)
        #expect(!browser.values("r").contains { $0.hasPrefix("\(child).") })
        #expect(try await staff.get("agents/foyers/\(household)/liens/999999/\(child)") == .notFound)
        let leader = TestBrowser(town)
        try await leader.signInStaff("structure")
        for path in ["agents/foyers", "agents/foyers/\(household)", path] { #expect(try await leader.get(path) == .forbidden) }
    }
}

extension TestTown {
    fileprivate func mail(to recipient: String) throws -> (body: String, secret: String)? {
        try portal.database.read { transaction in
            try transaction.first("SELECT body, secret FROM outbox WHERE recipient = $1", recipient) { (try $0[0], try $0[1]) }
        }
    }

    /// The number of a contact; nil when there is none of that first name.
    func contact(named name: String) throws -> Int64? {
        try portal.database.read { try $0.first("SELECT id FROM child_contacts WHERE first_name = $1", name) { try $0[0] } }
    }
}
