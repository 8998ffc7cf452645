import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

@Suite struct FamilyCheckPagesTests {
    @Test func `a parent computes, declares, and the staff say that they have seen the document`() async throws {
        let town = try await TestTown()
        let household = try #require(try town.access("marie.dupont").families.first).household.id.rawValue
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        let path = "foyers/\(household)/quotient"
        #expect(try await browser.get(path) == .ok)
        let facts = [("revenus", "30 000"), ("prestations", "141"), ("enfants", "2"), ("handicap", "0")]
        #expect(try await browser.post(path, facts + [("acte", "calculer")]) == .ok)
        #expect(browser.page.contains("880,33") && browser.page.contains("½ pour le 2e enfant"))
        #expect(try await browser.post(path, facts + [("acte", "declarer")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("À vérifier par le service") && browser.page.contains("au 31/12/2026"))
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        try await staff.get("agents/quotients")
        #expect(staff.page.contains("880,33") && staff.page.contains("foyers/\(household)/quotient"))
        let desk = "agents/foyers/\(household)/quotient"
        try await staff.get(desk)
        let declaration = try #require(staff.hidden("declaration"))
        #expect(try await staff.post(desk, [("declaration", declaration), ("acte", "verifier")]) == .seeOther)
        try await staff.follow()
        #expect(staff.page.contains("Vérifié le") && staff.hidden("declaration") == nil)
        try await staff.get("agents/quotients")
        #expect(staff.page.contains("Tout est vérifié"))
    }

    @Test func `the staff see who has not certified, write to them, and the parent reads it in the portal`() async throws {
        let town = try await TestTown()
        let parent = TestBrowser(town)
        try await parent.signIn("marie.dupont")
        try await parent.get("accueil")
        #expect(parent.page.contains("Vérifier mes informations"))
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        #expect(try await staff.get("agents/verifications?etat=a-certifier") == .ok)
        #expect(staff.page.contains("DUPONT") && staff.page.contains("Jamais relancée"))
        #expect(try await staff.post("agents/verifications", []) == .seeOther)
        try await staff.get("agents/verifications/export?etat=a-certifier")
        #expect(staff.response.headers["Content-Type"] == "text/csv; charset=utf-8" && staff.page.contains("DUPONT"))
        try await parent.get("messages")
        #expect(parent.page.contains("vérifiez votre dossier"))
        let household = try #require(try town.access("marie.dupont").families.first).household.id.rawValue
        #expect(parent.page.contains("foyers/\(household)/verification"))
        try await parent.get("foyers/\(household)/verification")
        try await parent.post("foyers/\(household)/verification", [("certifie", "oui")])
        try await parent.get("accueil")
        #expect(!parent.page.contains("Vérifier mes informations"))
        try await staff.get("agents/verifications?etat=certifies")
        #expect(staff.page.contains("par Marie Dupont"))
    }

    @Test func `a file is certified once a school year, and asked again in the next`() async throws {
        let town = try await TestTown()
        let household = try #require(try town.access("marie.dupont").families.first).household.id.rawValue
        let path = "foyers/\(household)/verification"
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        try await browser.get(path)
        #expect(browser.page.contains("2026-2027") && !browser.page.contains("Dossier certifié"))
        #expect(try await browser.post(path, []) == .unprocessableContent)
        #expect(try await browser.post(path, [("certifie", "oui")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Dossier certifié le 20/11/2026"))
        town.clock.move(to: try TestTown.instant("2027-09-01T10:00:00+02:00"))
        try await browser.signIn("marie.dupont")
        try await browser.get(path)
        #expect(browser.page.contains("2027-2028") && !browser.page.contains("Dossier certifié"))
    }
}
