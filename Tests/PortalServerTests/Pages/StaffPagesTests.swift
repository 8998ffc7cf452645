import PortalCore
import Testing

@testable import PortalServer

@Suite struct StaffPagesTests {
    @Test func `the service desk finds a family by the beginning of any of its names`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signInStaff("guichet")
        #expect(try await browser.get("agents/foyers") == .ok)
        let family = try #require(try town.access("marie.dupont").families.first)
        let child = try #require(family.children.first)
        for typed in ["dupont", "DUPONT%20\(child.firstName.prefix(3).lowercased())", "mar%20dup"] {
            #expect(try await browser.get("agents/foyers?nom=\(typed)") == .ok)
            #expect(browser.page.contains("href=\"/bondoufle/agents/foyers/\(family.household.id.rawValue)\""), "\(typed)")
        }
        try await browser.get("agents/foyers?nom=zzzz")
        #expect(browser.page.contains("Aucune famille de ce nom"))
        try await browser.get("agents/foyers?nom=%20d")
        #expect(browser.page.contains("au moins deux lettres"))
    }

    @Test func `a key is given out, shown once, replaced and revoked`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signInStaff("guichet")
        let page = "agents/foyers/1"
        try await browser.get(page)
        #expect(try await browser.post("\(page)/cles", [("acte", "donner")]) == .ok)
        let first = try #require(key(in: browser.page))
        try await browser.get(page)
        #expect(!browser.page.contains(first))
        let number = try #require(browser.page.firstMatch(of: /remplacer-([0-9]+)/)?.1)
        #expect(try await browser.post("\(page)/cles", [("acte", "remplacer-\(number)")]) == .ok)
        let second = try #require(key(in: browser.page))
        #expect(first != second && browser.page.contains("Annulée le"))
        let next = try #require(browser.page.firstMatch(of: /annuler-([0-9]+)/)?.1)
        #expect(try await browser.post("\(page)/cles", [("acte", "annuler-\(next)")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("plus personne ne peut s'en servir") || browser.page.contains("plus personne ne peut s&#39;en servir"))
        #expect(try await browser.post("\(page)/cles", [("acte", "annuler-\(next)")]) == .notFound)
        try await browser.get(page)
        #expect(try await browser.post("agents/foyers/2/cles", [("acte", "annuler-\(number)")]) == .notFound)
        let visitor = TestBrowser(town)
        try await visitor.get("creer-mon-espace")
        try await visitor.post("creer-mon-espace", RegistrationPagesTests.filled + [("key", second)])
        #expect(visitor.page.contains("a été annulée le"))
    }

    private func key(in page: String) -> String? { page.firstMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/).map { String($0.0) } }

    @Test func `the journal is filtered, paged, exported, and says who looked`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signInStaff("admin")
        #expect(try await browser.get("agents/journal") == .ok)
        #expect(browser.page.contains("Connexion d'un agent") || browser.page.contains("Connexion d&#39;un agent"))
        try await browser.get("agents/journal?acte=journal.read&qui=agents")
        #expect(browser.page.contains("Nadia Benali (agent\u{A0}1)") && browser.page.contains("du 2026-11-14"))
        #expect(try await browser.get("agents/journal?du=2026-02-30&qui=moi&objet=x") == .unprocessableContent)
        for field in ["du", "qui", "objet"] { #expect(browser.page.contains("champ-\(field)-erreur")) }
        try await browser.get("agents/journal")
        #expect(try await browser.post("agents/journal/export", [("qui", "agents")]) == .ok)
        #expect(browser.response.headers["Content-Disposition"] == "attachment; filename=\"journal-bondoufle-2026-11-20.csv\"")
        #expect(browser.page.contains(";agent-1;Nadia Benali;staff.signedIn;"))
        try await browser.get("agents/journal?acte=journal.exported")
        #expect(browser.page.contains("Journal exporté"))
    }

    @Test func `a facility's leader sees the places where they work, nothing else`() async throws {
        let browser = TestBrowser(try await TestTown())
        try await browser.signInStaff("structure")
        try await browser.get("agents")
        #expect(browser.page.contains("ALSH de Bondoufle") && !browser.page.contains("Restaurant de l"))
        #expect(try await browser.get("agents/listes") == .ok)
        #expect(!browser.page.contains("value=\"restauration\""))
        #expect(try await browser.get("agents/listes?activite=restauration") == .notFound)
    }
}
