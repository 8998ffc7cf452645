import PortalCore
import Testing

@testable import PortalServer

@Suite struct OutingPagesTests {
    @Test func `a parent reads of an outing at home and books it in its month's planning`() async throws {
        let town = try await TestTown("chanteloup-les-vignes")
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        try await browser.get("accueil")
        #expect(browser.page.contains("Sorties à venir") && browser.page.contains("À 13\u{A0}h\u{A0}15 devant l'accueil de loisirs"))
        let outing = try #require(try town.portalSite.catalogue().activity(code: "sortie-cirque"))
        #expect(browser.page.contains("activite=\(outing.id.rawValue)"))
        #expect(try await browser.get("reservations?mois=2026-12&activite=\(outing.id.rawValue)") == .ok)
        #expect(browser.page.contains("Sortie au cirque"))
    }

    @Test func `home says nothing of outings where there is none`() async throws {
        let browser = TestBrowser(try await TestTown())
        try await browser.signIn("marie.dupont")
        try await browser.get("accueil")
        #expect(!browser.page.contains("Sorties à venir"))
    }
}
