import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

/// The same form sent several times, by the pages: one thing happens, and each sending leads to the same page.
@Suite struct RepeatedFormTests {
    private let newcomer = [
        ("title", "madame"), ("firstName", "Inès"), ("lastName", "Nouvelle"), ("street", "1 rue Neuve"), ("postalCode", "91070"),
        ("city", "Bondoufle"), ("phone", "06 39 98 00 01"), ("email", "ines@courriel.example"), ("password", "Une-phrase-longue-7"),
        ("message", ""), ("enfant1-prenom", "Zoé"), ("enfant1-nom", "Nouvelle"), ("enfant1-naissance", "2018-05-04"),
    ]

    private func count(_ town: TestTown, _ sql: StaticString) throws -> Int {
        try town.portal.database.read { try $0.first(sql) { try $0[0] as Int } } ?? 0
    }

    private func expectSame(_ answers: [HTTPResponse], _ line: SourceLocation = #_sourceLocation) {
        #expect(answers.allSatisfy { $0.status == .seeOther }, "\(answers.map(\.status))", sourceLocation: line)
        #expect(Set(answers.map { $0.headers["Location"] }).count == 1, sourceLocation: line)
        #expect(Set(answers.map { $0.headers.all("Set-Cookie") }).count == 1, sourceLocation: line)
    }

    @Test func `registering without a key several times at once makes one account, and every answer opens it`() async throws {
        let town = try await TestTown()
        let accounts = try count(town, "SELECT count(*) FROM accounts")
        let browser = TestBrowser(town)
        try await browser.get("creer-mon-espace/sans-cle")
        expectSame(try await browser.postAtOnce("creer-mon-espace/sans-cle", newcomer))
        #expect(try count(town, "SELECT count(*) FROM accounts") == accounts + 1)
        #expect(try count(town, "SELECT count(*) FROM recognition_requests") == 1)
        #expect(try await browser.follow() == .ok)
        #expect(browser.page.contains("Demande envoyée"))
    }

    @Test func `registering with a key several times at once spends it once and refuses nobody`() async throws {
        let town = try await TestTown()
        let key = try await ActivationKeyService(town.portal).issue(for: Identifier(1), by: .system)
        let browser = TestBrowser(town)
        try await browser.get("creer-mon-espace")
        expectSame(try await browser.postAtOnce("creer-mon-espace", RegistrationPagesTests.filled + [("key", key.text)]))
        #expect(try await browser.follow() == .ok)
    }

    @Test func `a registration whose answer was lost is sent again and gets in; from another browser it opens nothing`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.get("creer-mon-espace/sans-cle")
        let token = browser.hidden("jeton")
        let stranger = TestBrowser(town)
        try await stranger.get("creer-mon-espace/sans-cle")
        let lost = try await browser.postAtOnce("creer-mon-espace/sans-cle", newcomer, times: 1)
        #expect(try await stranger.post("creer-mon-espace/sans-cle", newcomer, token: token) == .seeOther)
        #expect(stranger.response.headers.all("Set-Cookie") == [])
        #expect(try await browser.post("creer-mon-espace/sans-cle", newcomer, token: token) == .seeOther)
        #expect(browser.location == lost[0].headers["Location"])
        #expect(try await browser.follow() == .ok)
    }

    @Test func `a campaign and an invitation that are sent several times are one, then and later`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signInStaff("admin")
        try await browser.get("agents/campagnes")
        let token = browser.hidden("jeton")
        try await town.portal.database.write { try $0.execute("UPDATE activation_keys SET revoked_at = 1") }
        expectSame(try await browser.postAtOnce("agents/campagnes", [("nom", "Rentrée")]))
        #expect(try await browser.post("agents/campagnes", [("nom", "Rentrée")], token: token) == .seeOther)
        #expect(try count(town, "SELECT count(*) FROM key_campaigns") == 1)

        try await browser.get("agents/equipe/inviter")
        let members = try count(town, "SELECT count(*) FROM staff_members")
        let colleague = [("prenom", "Ana"), ("nom", "Petit"), ("courriel", "ana@ville.example"), ("role", StaffRole.reader.rawValue)]
        expectSame(try await browser.postAtOnce("agents/equipe/inviter", colleague))
        #expect(try count(town, "SELECT count(*) FROM staff_members") == members + 1)
        #expect(try await browser.follow() == .ok)
    }

    @Test func `what was corrected after a refusal, or typed anew on the same page, is another form`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.get("creer-mon-espace/sans-cle")
        let token = browser.hidden("jeton")
        let refused = newcomer.map { $0.0 == "email" ? ("email", "pas une adresse") : $0 }
        #expect(try await browser.post("creer-mon-espace/sans-cle", refused, token: token) == .unprocessableContent)
        #expect(try await browser.post("creer-mon-espace/sans-cle", refused, token: token) == .unprocessableContent)
        #expect(try await browser.post("creer-mon-espace/sans-cle", newcomer, token: token) == .seeOther)
    }

    @Test func `an answer that was lost is said to be lost, not done again`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signInStaff("admin")
        try await browser.get("agents/campagnes")
        let token = browser.hidden("jeton")
        try await browser.post("agents/campagnes", [("nom", "Rentrée")], token: token)
        try await town.portal.database.write { try $0.execute("UPDATE form_submissions SET answer = NULL") }
        #expect(try await browser.post("agents/campagnes", [("nom", "Rentrée")], token: token) == .conflict)
        #expect(browser.page.contains("déjà parvenu"))
        #expect(try count(town, "SELECT count(*) FROM key_campaigns") == 1)
    }
}
