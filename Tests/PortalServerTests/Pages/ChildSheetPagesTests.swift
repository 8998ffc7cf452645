import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

@Suite struct ChildSheetPagesTests {
    @Test func `a parent fills the sheet in, the staff read it, and the journal says who did`() async throws {
        let town = try await TestTown()
        let child = try #require(try town.access("marie.dupont").children.first)
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        let path = "enfants/\(child.id.rawValue)/fiche"
        #expect(try await browser.get(path) == .ok)
        let wrong = [("allergies", "Fraises"), ("assurance-fin", "jamais")]
        #expect(try await browser.post(path, wrong) == .unprocessableContent)
        #expect(browser.page.contains("Fraises") && browser.page.contains("Cette date n'existe pas."))
        #expect(try await browser.post(path, [("allergies", "Fraises"), ("photos", "oui")]) == .seeOther)
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        #expect(try await staff.get("agents/fiches") == .ok)
        #expect(try await staff.get("agents/fiches/\(child.id.rawValue)") == .ok)
        #expect(staff.page.contains("Fraises") && staff.page.contains("par Marie Dupont"))
        let readings = try town.portal.database.read {
            try $0.query("SELECT subject FROM audit WHERE act = 'child.sheetRead'") { try $0[0] as Identifier<Child> }
        }
        #expect(readings == [child.id])
        let reader = TestBrowser(town)
        try await reader.signInStaff("lecture")
        #expect(try await reader.get("agents/fiches/\(child.id.rawValue)") == .forbidden)
    }

    @Test func `a facility's leader opens the sheets of the children enrolled at its places, and no others`() async throws {
        let town = try await TestTown()
        let leader = TestBrowser(town)
        try await leader.signInStaff("structure")
        #expect(try await leader.get("agents/fiches") == .ok)
        let (listed, all) = try town.portal.database.read { transaction in
            let today = town.clock.today
            let places = try Set(transaction.query("SELECT place FROM staff_places") { try $0[0] as String })
            let own = try Set(PortalCatalogueStore(transaction).load()?.activities.filter { places.contains($0.place) }.map(\.id) ?? [])
            let enrolled = try transaction.query(
                "SELECT child_id, activity_id FROM enrolments WHERE first_day <= $1 AND last_day >= $1",
                today
            ) { (try $0[0] as Identifier<Child>, try $0[1] as Identifier<Activity>) }
            return (
                Set(enrolled.filter { own.contains($0.1) }.map(\.0)),
                try transaction.query("SELECT id FROM children") { try $0[0] as Identifier<Child> }
            )
        }
        #expect(!listed.isEmpty && listed.count < all.count)
        for child in all {
            #expect(try await leader.get("agents/fiches/\(child.rawValue)") == (listed.contains(child) ? .ok : .notFound))
        }
    }
}
