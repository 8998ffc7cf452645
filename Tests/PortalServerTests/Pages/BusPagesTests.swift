import PortalCore
import Testing

@testable import PortalServer

@Suite struct BusPagesTests {
    @Test func `a family is asked where its child gets on, answers, and reads what the staff change`() async throws {
        let town = try await TestTown("gevrey-nuits")
        let access = try town.access("marie.dupont")
        let taken = try town.portal.database.read { transaction in
            try transaction.query("SELECT DISTINCT child_id FROM child_stops") { try $0[0] as Identifier<Child> }
        }
        let child = try #require(access.children.first { taken.contains($0.id) })
        try await town.portal.database.write { try $0.execute("DELETE FROM child_stops") }
        let page = "enfants/\(child.id.rawValue)/car/periscolaire"
        let parent = TestBrowser(town)
        try await parent.signIn("marie.dupont")
        try await parent.get("accueil")
        #expect(parent.page.contains("Arrêts de car") && parent.page.contains("À indiquer\u{A0}: "))
        let file = "foyers/\(access.families[0].household.id.rawValue)/verification"
        #expect(try await parent.get(file) == .ok && parent.page.contains("Indiquer les arrêts de car"))
        #expect(try await parent.get("enfants/\(child.id.rawValue)") == .ok && parent.page.contains(page))
        #expect(try await parent.get(page) == .ok)
        #expect(parent.page.contains("Choisissez") && !parent.page.contains("Aujourd'hui</h2>"))
        #expect(try await parent.post(page, [("matin", ""), ("soir", "aucun"), ("du", "2026-11-24")]) == .unprocessableContent)
        #expect(parent.page.contains("champ-matin-erreur") && !parent.page.contains("champ-soir-erreur"))
        #expect(try await parent.post(page, [("matin", "cote/fixin"), ("soir", "aucun"), ("du", "2026-11-24")]) == .seeOther)
        try await parent.get(page)
        #expect(!parent.page.contains("Choisissez</option>"))

        let desk = TestBrowser(town)
        try await desk.signInStaff("guichet")
        let stops = "agents/foyers/\(access.families[0].household.id.rawValue)/car/\(child.id.rawValue)/periscolaire"
        #expect(try await desk.get(stops) == .ok)
        let choice = [("matin", "plaine/noiron"), ("soir", "aucun"), ("du", "2026-11-20")]
        #expect(try await desk.post("agents/foyers/999999/car/\(child.id.rawValue)/periscolaire", choice) == .notFound)
        try await desk.get(stops)
        #expect(try await desk.post(stops, choice) == .seeOther)
        try await parent.get("messages")
        #expect(parent.page.contains("Le service a changé les arrêts de car de \(child.firstName)"))
        #expect(parent.page.contains("<a href=\"/gevrey-nuits/enfants/\(child.id.rawValue)\">Voir la page de"))
    }
}
