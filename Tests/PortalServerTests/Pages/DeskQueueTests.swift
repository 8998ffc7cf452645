import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

@Suite struct DeskQueueTests {
    @Test func `the first page says what waits to those who may decide it, and no more once it is decided`() async throws {
        let town = try await TestTown()
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        try await staff.get("agents")
        #expect(staff.page.contains("Rien n'attend de réponse") || staff.page.contains("Rien n&#39;attend de réponse"))
        let parent = TestBrowser(town)
        try await parent.signIn("marie.dupont")
        let path = "modifications/nom/\(try town.access("marie.dupont").adult.id.rawValue)"
        try await parent.get(path)
        #expect(try await parent.post(path, [("prenom", "Marie"), ("nom", "Durand-Petit")]) == .seeOther)
        try await staff.get("agents")
        #expect(staff.page.contains(/Modifications<\/strong> <span class="count">1</))
        let leader = TestBrowser(town)
        try await leader.signInStaff("lecture")
        try await leader.get("agents")
        #expect(!leader.page.contains("À traiter") && !leader.page.contains("Modifications"))
        let id = try #require(try town.portal.database.read { try $0.first("SELECT id FROM change_requests") { try $0[0] as Int64 } })
        try await staff.get("agents/modifications")
        #expect(try await staff.post("agents/modifications/\(id)", [("decision", "accepter")]) == .seeOther)
        try await staff.get("agents")
        #expect(!staff.page.contains("class=\"count\""))
    }
}
