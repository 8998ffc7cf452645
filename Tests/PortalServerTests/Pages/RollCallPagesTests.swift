import PortalCore
import Testing

@testable import PortalServer

@Suite struct RollCallPagesTests {
    /// A Wednesday of school with bookings, at nine.
    private static let wednesday = "2026-11-18T09:00:00+01:00"

    private func opened() async throws -> (TestTown, TestBrowser) {
        let town = try await TestTown(at: try TestTown.instant(Self.wednesday))
        let browser = TestBrowser(town)
        try await browser.signInStaff("structure")
        #expect(try await browser.get("agents/pointage") == .ok)
        return (town, browser)
    }

    /// The value of a button of the last page.
    private func tap(_ word: String, in page: String, number: Int = 0) throws -> String {
        let found = page.matches(of: /value="([^"]*\/(present|absent|efface|depart)\/-)"/).map { String($0.1) }.filter { $0.contains("/\(word)/") }
        return try #require(found.dropFirst(number).first)
    }

    private func place(_ browser: TestBrowser) -> [(String, String)] {
        ["activite", "unite", "jour"].map { ($0, browser.hidden($0) ?? "") }
    }

    @Test func `a button without script calls a child and leads back to its card`() async throws {
        let (_, browser) = try await opened()
        #expect(browser.page.contains("À pointer"))
        let value = try tap("present", in: browser.page)
        #expect(try await browser.post("agents/pointage/saisies", place(browser) + [("saisie", value)]) == .seeOther)
        #expect(browser.location?.contains("#enfant-") == true)
        try await browser.get("agents/pointage")
        #expect(browser.page.contains("Présent, arrivé à 9\u{A0}h\u{A0}00 (Awa Koné)"))
    }

    @Test func `the script gets an answer that it can read, and a tap that is sent twice counts once`() async throws {
        let (_, browser) = try await opened()
        let value = try tap("absent", in: browser.page)
        let fields = place(browser) + [("saisie", value)]
        let token = browser.hidden("jeton")
        for _ in 0..<2 {
            #expect(try await browser.post("agents/pointage/saisies", fields, token: token, accept: "application/json") == .ok)
            #expect(browser.response.headers["Content-Type"] == "application/json; charset=utf-8")
            #expect(browser.page.contains("\"etat\": \"away\"") && browser.page.contains("\"refusees\": []"))
        }
        try await browser.get("agents/pointage")
        let fields2 = place(browser) + [("saisie", value.replacing("/absent/", with: "/ailleurs/"))]
        #expect(try await browser.post("agents/pointage/saisies", fields2) == .badRequest)
    }

    @Test func `a facility's leader calls nobody elsewhere`() async throws {
        let (town, browser) = try await opened()
        #expect(try await browser.get("agents/pointage?activite=restauration") == .notFound)
        let unit = try #require(try town.portal.database.read { try PortalCatalogueStore($0).load() }?.activity(code: "restauration")?.units.first)
        try await browser.get("agents/pointage")
        let slot = "1.\(unit.id.rawValue).2026-11-17"
        let fields = place(browser) + [("saisie", "page-0000000000000001/-/\(slot)/present/-")]
        #expect(try await browser.post("agents/pointage/saisies", fields) == .forbidden)
        #expect(try await browser.get("agents/pointage/correction/\(slot)") == .notFound)
        #expect(try await browser.get("agents/pointage/cloture?activite=restauration&jour=2026-11-17") == .notFound)
        #expect(try await browser.get("agents/verrouillage") == .forbidden)
    }

    @Test func `an unexpected child is found by name and added`() async throws {
        let (town, browser) = try await opened()
        let listed = Set(browser.page.matches(of: /id="enfant-([0-9]+)"/).map { String($0.1) })
        let children = try town.portal.database.read {
            try $0.query("SELECT id, first_name FROM children ORDER BY id") { (try $0[0] as Int, try $0[1] as String) }
        }
        let child = try #require(children.first { !listed.contains(String($0.0)) })
        let fields = place(browser)
        let name = String(child.1.prefix(3)).lowercased()
        let query = fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        #expect(try await browser.get("agents/pointage?\(query)&nom=\(name.filter(\.isASCII))") == .ok)
        let value = try #require(browser.page.firstMatch(of: /value="([^"]*-imprevu\/-\/[^"]*)"/)?.1)
        #expect(try await browser.post("agents/pointage/saisies", fields + [("saisie", String(value))]) == .seeOther)
        try await browser.get("agents/pointage")
        #expect(browser.page.contains("sans réservation"))
    }

    @Test func `a day is closed with its uncalled children, corrected with a reason and opened again`() async throws {
        let (_, browser) = try await opened()
        let fields = place(browser)
        let closing = "agents/pointage/cloture?activite=\(fields[0].1)&jour=\(fields[2].1)"
        let correction = try #require(browser.page.firstMatch(of: /href="\/bondoufle\/(agents\/pointage\/correction\/[^"]+)"/)?.1)
        try await browser.get(closing)
        #expect(browser.page.contains("Noter absents"))
        #expect(try await browser.post(closing, [("acte", "clore")]) == .unprocessableContent)
        #expect(try await browser.post(closing, [("acte", "clore"), ("absents", "oui")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Journée close") && !browser.page.contains("name=\"saisie\""))
        try await browser.get(String(correction))
        #expect(try await browser.post(String(correction), correctionFields(browser) + [("motif", "")]) == .unprocessableContent)
        #expect(browser.page.contains("champ-motif-erreur"))
        #expect(try await browser.post(String(correction), correctionFields(browser) + [("motif", "vu à midi")]) == .seeOther)
        try await browser.get(closing)
        #expect(try await browser.post(closing, [("acte", "rouvrir"), ("motif", "")]) == .unprocessableContent)
        #expect(try await browser.post(closing, [("acte", "rouvrir"), ("motif", "erreur")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("arrivé à 7\u{A0}h\u{A0}45"))
    }

    private func correctionFields(_ browser: TestBrowser) -> [(String, String)] {
        [("cle", browser.hidden("cle") ?? ""), ("presence", "1"), ("arrivee", "07:45"), ("depart", "")]
    }

    @Test func `the cash office locks a period once its days are closed`() async throws {
        let browser = TestBrowser(try await TestTown(at: try TestTown.instant(Self.wednesday)))
        try await browser.signInStaff("regie")
        #expect(try await browser.get("agents/pointage") == .forbidden)
        #expect(try await browser.get("agents/verrouillage") == .ok)
        #expect(try await browser.post("agents/verrouillage", [("du", "2026-11-02"), ("au", "2026-11-06")]) == .unprocessableContent)
        #expect(browser.page.contains("à clore d'abord") || browser.page.contains("à clore d&#39;abord"))
        #expect(try await browser.post("agents/verrouillage", [("du", "2026-10-12"), ("au", "2026-10-16")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Hélène Vasseur"))
        #expect(try await browser.post("agents/verrouillage/1", [("motif", "erreur de période")]) == .seeOther)
        try await browser.follow()
        #expect(try await browser.post("agents/verrouillage/9", [("motif", "erreur")]) == .notFound)
    }
}
