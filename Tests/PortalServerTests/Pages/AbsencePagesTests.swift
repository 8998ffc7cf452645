import PortalCore
import Testing

@testable import PortalServer

@Suite struct AbsencePagesTests {
    private static let pdf = "%PDF-1.4 certificat médical"

    private func fields(_ child: String, from first: String, to last: String = "") -> [(String, String)] {
        [("enfant", child), ("du", first), ("au", last), ("motif", "Maladie")]
    }

    @Test func `a parent reports an absence with its certificate, the desk judges it, nobody else reads it`() async throws {
        let town = try await TestTown(at: try TestTown.instant("2026-11-17T09:00:00+01:00"))
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        let child = try #require(
            try town.access("marie.dupont").children.first { child in
                try town.portal.database.read { try BookingStore($0).bookings(of: child.id, from: day("2026-11-17"), through: day("2026-11-17")) }
                    .contains { $0.state == .reserved }
            }
        )
        try await browser.get("absences/signaler")
        #expect(try await browser.post("absences/recapitulatif", []) == .unprocessableContent)
        for field in ["enfant", "du", "motif"] { #expect(browser.page.contains("champ-\(field)-erreur"), "\(field)") }
        let typed = fields(String(child.id.rawValue), from: "2026-11-17")
        #expect(try await browser.post("absences/recapitulatif", typed) == .ok)
        #expect(browser.page.contains("sauf justificatif reçu"))
        let key = try #require(browser.hidden("cle"))
        let sent = typed + [("cle", key)]
        #expect(try await browser.upload("absences/confirmation", sent + [("modifier", "1")], file: ("justificatif", "")) == .ok)
        for kept in ["value=\"2026-11-17\"", "Maladie", "checked"] { #expect(browser.page.contains(kept), "\(kept)") }
        #expect(try await browser.upload("absences/confirmation", sent, file: ("justificatif", "bonjour")) == .unprocessableContent)
        #expect(try await browser.upload("absences/confirmation", sent, file: ("justificatif", Self.pdf)) == .seeOther)
        let answer = browser.location
        try await browser.get("absences")
        #expect(browser.page.contains("Justificatif reçu"))
        #expect(try await browser.upload("absences/confirmation", sent, file: ("justificatif", Self.pdf)) == .seeOther)
        #expect(browser.location == answer)

        let stranger = TestBrowser(town)
        try await stranger.signIn(try town.stranger(to: "marie.dupont"))
        #expect(try await stranger.get("absences/1") == .notFound)
        try await stranger.get("absences")
        #expect(try await stranger.upload("absences/1", [], file: ("justificatif", Self.pdf)) == .notFound)

        let desk = TestBrowser(town)
        for login in ["structure", "regie", "lecture"] {
            let other = TestBrowser(town)
            try await other.signInStaff(login)
            #expect(try await other.get("agents/absences/1/justificatif/1") == .forbidden)
        }
        try await desk.signInStaff("guichet")
        try await desk.get("agents/absences")
        #expect(desk.page.contains("agents/absences/1\""))
        #expect(try await desk.get("agents/absences/1/justificatif/1") == .ok)
        #expect(desk.page == Self.pdf)
        #expect(desk.response.headers["Content-Disposition"] == "attachment; filename=\"justificatif-1-1.pdf\"")
        #expect(desk.response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'")
        #expect(desk.response.headers["X-Content-Type-Options"] == "nosniff")
        #expect(try await desk.get("agents/absences/2/justificatif/1") == .notFound)
        try await desk.get("agents/absences/1")
        #expect(try await desk.post("agents/absences/1", [("acte", "refuser"), ("motif", "")]) == .unprocessableContent)
        #expect(try await desk.post("agents/absences/1", [("acte", "accepter"), ("motif", "")]) == .seeOther)
        try await browser.get("absences/1")
        #expect(browser.page.contains("Justifiée") && browser.page.contains("Non facturé"))
    }

    private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }
}
