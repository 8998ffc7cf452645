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

    @Test func `the link to an outing says which one, to those who only hear the links`() async throws {
        let browser = TestBrowser(try await TestTown("chanteloup-les-vignes"))
        try await browser.signIn("marie.dupont")
        try await browser.get("accueil")
        #expect(browser.page.contains("Réserver ou annuler<span class=\"v\">\u{A0}: Sortie au cirque, mercredi 16 décembre 2026</span>"))
    }

    @Test func `a document that the outing asks for holds its first booking, and leads to where it is sent`() async throws {
        let town = try await TestTown("chanteloup-les-vignes")
        let admin = TestBrowser(town)
        try await admin.signInStaff("admin")
        try await admin.get("agents/pieces/ajout")
        let type = [
            ("nom", "Accord de sortie"), ("par", "enfant"), ("validite", "illimitee"), ("exigence", "bloquante"), ("activites", "sortie-cirque"),
        ]
        #expect(try await admin.post("agents/pieces/ajout", type) == .seeOther)
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        try await browser.get("accueil")
        let outings = String(browser.page.split(separator: "Sorties à venir").last ?? "")
        #expect(outings.contains("Pièce à envoyer") && outings.contains("Envoyer cette pièce") && !browser.page.contains("À envoyer\u{A0}: 1"))
        let page = try #require(outings.firstMatch(of: /pieces\/demande\/accord-de-sortie\/enfant-[0-9]+/)?.0)
        let outing = try #require(try town.portalSite.catalogue().activity(code: "sortie-cirque"))
        try await browser.get("reservations?mois=2026-12&activite=\(outing.id.rawValue)")
        #expect(browser.page.contains("Avant de réserver") && browser.page.contains(page))
        try await browser.get("reservations?mois=2026-11")
        #expect(!browser.page.contains(page))
        try await browser.get("pieces")
        #expect(browser.page.contains("Pour une sortie") && browser.page.contains("Rien à envoyer"))
        #expect(try await browser.get(String(page)) == .ok)
        #expect(browser.page.contains("Obligatoire pour réserver «\u{A0}Sortie au cirque\u{A0}»"))
        let key = [("cle", try #require(browser.hidden("cle")))]
        #expect(try await browser.upload(String(page), key, file: ("fichiers", "%PDF-1.4 accord")) == .seeOther)
        try await browser.get("reservations?mois=2026-12&activite=\(outing.id.rawValue)")
        #expect(!browser.page.contains(page))
        let stranger = TestBrowser(town)
        try await stranger.signIn(try town.stranger(to: "marie.dupont"))
        #expect(try await stranger.get(String(page)) == .notFound)
    }

    @Test func `home says nothing of outings where there is none`() async throws {
        let browser = TestBrowser(try await TestTown())
        try await browser.signIn("marie.dupont")
        try await browser.get("accueil")
        #expect(!browser.page.contains("Sorties à venir"))
    }
}
