import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

@Suite struct ChangePagesTests {
    @Test func `a parent asks, the staff refuse with a reason, and the parent reads both values and the reason`() async throws {
        let town = try await TestTown()
        let access = try town.access("marie.dupont")
        let path = "modifications/nom/\(access.adult.id.rawValue)"
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        #expect(try await browser.get(path) == .ok)
        #expect(try await browser.post(path, [("prenom", "Marie"), ("nom", "")]) == .unprocessableContent)
        #expect(try await browser.post(path, [("prenom", "Marie"), ("nom", "Durand-Petit")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Marie, Durand-Petit") && browser.page.contains("En attente du service"))
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        #expect(try await staff.get("agents/modifications") == .ok)
        let id = try #require(try town.portal.database.read { try $0.first("SELECT id FROM change_requests") { try $0[0] as Int64 } })
        #expect(try await staff.post("agents/modifications/\(id)", [("decision", "refuser")]) == .unprocessableContent)
        let refusal = [("decision", "refuser"), ("motif-\(id)", "Il manque l'acte de mariage.")]
        #expect(try await staff.post("agents/modifications/\(id)", refusal) == .seeOther)
        try await browser.get("modifications")
        #expect(browser.page.contains("Refusée") && browser.page.contains("acte de mariage"))
    }

    @Test func `a stranger reaches no field of a family, and a facility's leader no inbox`() async throws {
        let town = try await TestTown()
        let access = try town.access("marie.dupont")
        let household = try #require(access.families.first).household.id.rawValue
        let stranger = TestBrowser(town)
        try await stranger.signIn(town.stranger(to: "marie.dupont"))
        try await stranger.get("accueil")
        let token = try #require(stranger.hidden("jeton"))
        let child = try #require(access.children.first).id.rawValue
        for path in [
            "modifications/nom/\(access.adult.id.rawValue)", "modifications/ecole/\(child)", "modifications/adresse-du-foyer/\(household)",
            "foyers/\(household)/situation",
        ] {
            #expect(try await stranger.get(path) == .notFound, "\(path)")
            #expect(try await stranger.post(path, [("prenom", "X"), ("nom", "Y")], token: token) == .notFound, "\(path)")
        }
        let leader = TestBrowser(town)
        try await leader.signInStaff("structure")
        #expect(try await leader.get("agents/modifications") == .forbidden)
    }
}
