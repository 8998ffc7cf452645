import PortalCore
import Testing

@testable import PortalServer

@Suite struct ClosurePagesTests {
    @Test func `staff declare a strike, see whom it touches first, and take it back`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signInStaff("guichet")
        #expect(try await browser.get("agents/fermetures") == .ok)
        #expect(browser.page.contains("Aucune fermeture déclarée"))
        #expect(try await browser.post("agents/fermetures/apercu", [("cause", "grève"), ("precision", "cantine")]) == .unprocessableContent)
        for field in ["du", "activite", "effet"] { #expect(browser.page.contains("champ-\(field)-erreur"), "\(field)") }
        #expect(browser.page.contains("value=\"cantine\""))
        let typed = [("du", "2026-12-02"), ("cause", "grève"), ("activite", "mercredis"), ("effet", "annule")]
        #expect(try await browser.post("agents/fermetures/apercu", typed) == .ok)
        #expect(browser.page.contains("Rien n'est encore changé") || browser.page.contains("Rien n&#39;est encore changé"))
        let before = try bookings(town)
        #expect(before > 0)
        let confirmation = [("vu", try #require(browser.hidden("vu"))), ("cle", try #require(browser.hidden("cle")))]
        // What was seen is no longer so.
        #expect(try await browser.post("agents/fermetures/declaration", typed + [("vu", "1000"), confirmation[1]]) == .unprocessableContent)
        #expect(browser.page.contains("À vérifier de nouveau"))
        #expect(try await browser.post("agents/fermetures/declaration", typed + confirmation) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Annuler la fermeture"))
        #expect(try bookings(town) == 0)
        // A parent reads why.
        let parent = TestBrowser(town)
        try await parent.signIn("marie.dupont")
        try await parent.get("reservations?mois=2026-12")
        #expect(parent.page.contains("grève"))
        let key = ("cle", try #require(browser.hidden("cle")))
        #expect(try await browser.post("agents/fermetures/1", [key]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Annulée"))
        #expect(try bookings(town) == before)
        try await browser.signInStaff("lecture")
        #expect(try await browser.get("agents/fermetures") == .forbidden)
    }

    private func bookings(_ town: TestTown) throws -> Int {
        let day = try #require(CivilDate(iso: "2026-12-02"))
        return try town.portal.database.read { transaction in
            let sql: StaticString = """
                SELECT count(*) FROM bookings b JOIN units u ON u.id = b.unit_id JOIN activities a ON a.id = u.activity_id
                WHERE b.day = $1 AND a.code = 'mercredis'
                """
            return try transaction.first(sql, day) { try $0[0] as Int } ?? 0
        }
    }
}
