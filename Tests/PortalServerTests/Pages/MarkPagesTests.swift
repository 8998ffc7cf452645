import PortalCore
import Testing

@testable import PortalServer

@Suite struct MarkPagesTests {
    @Test func `the staff note a family's priority, which the parents read, and end it`() async throws {
        let town = try await TestTown("gevrey-nuits")
        let desk = TestBrowser(town)
        try await desk.signInStaff("guichet")
        let household = try #require(try town.access("marie.dupont").families.first).household.id.rawValue
        let page = "agents/foyers/\(household)/marques"
        #expect(try await desk.get("agents/foyers/\(household)") == .ok)
        #expect(desk.page.contains("/gevrey-nuits/\(page)") && desk.page.contains("priorité n'est notée"))
        #expect(try await desk.get(page) == .ok)
        #expect(desk.page.contains("Parents isolés") && desk.page.contains("Parents qui travaillent") && desk.page.contains("Résidents"))
        let wrong = [("marque", "parents isolés"), ("du", "2026-12-01"), ("au", "2026-11-01"), ("piece", "")]
        #expect(try await desk.post(page, wrong) == .unprocessableContent)
        for field in ["au", "piece"] { #expect(desk.page.contains("champ-\(field)-erreur"), "\(field)") }
        #expect(desk.page.contains("value=\"2026-12-01\""))
        let right = [("marque", "parents isolés"), ("du", "2026-09-01"), ("au", "2027-08-31"), ("piece", "avis d'imposition")]
        #expect(try await desk.post(page, right) == .seeOther)
        try await desk.follow()
        #expect(desk.page.contains("Vaut aujourd'hui") && desk.page.contains("avis d'imposition"))
        let parent = TestBrowser(town)
        try await parent.signIn("marie.dupont")
        try await parent.get("famille")
        #expect(parent.page.contains("Parents isolés") && parent.page.contains("Jusqu'au 31 août 2027"))
        let mark = try #require(desk.page.firstMatch(of: /marques\/([0-9]+)/)?.1)
        #expect(try await desk.get("agents/foyers/\(household + 1)/marques/\(mark)") == .notFound)
        #expect(try await desk.get("\(page)/\(mark)") == .ok)
        #expect(try await desk.post("\(page)/\(mark)", [("acte", "corriger"), ("du", ""), ("piece", "livret")]) == .unprocessableContent)
        #expect(desk.page.contains("champ-du-erreur") && desk.page.contains("value=\"livret\""))
        #expect(try await desk.post("\(page)/\(mark)", [("acte", "terminer")]) == .seeOther)
        try await desk.follow()
        #expect(desk.page.contains("au 20 novembre 2026"))
        try await desk.get("\(page)/\(mark)")
        #expect(try await desk.post("\(page)/\(mark)", [("acte", "supprimer")]) == .seeOther)
        try await parent.get("famille")
        #expect(parent.page.contains("Aucune priorité n'est notée") || parent.page.contains("D'après l'adresse du foyer"))
    }

    @Test func `nothing is said of priorities where the town gives none`() async throws {
        let town = try await TestTown()
        let parent = TestBrowser(town)
        try await parent.signIn("marie.dupont")
        try await parent.get("famille")
        #expect(!parent.page.contains("Priorités"))
    }
}
