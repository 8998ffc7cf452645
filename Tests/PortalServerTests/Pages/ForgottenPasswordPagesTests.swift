import PortalCore
import Testing

@testable import PortalServer

@Suite struct ForgottenPasswordPagesTests {
    @Test func `a forgotten password is replaced by mail, and the new one signs in`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.get("connexion")
        #expect(browser.page.contains("mot-de-passe-oublie"))
        try await browser.get("mot-de-passe-oublie")
        #expect(try await browser.post("mot-de-passe-oublie", [("identifiant", "marie.dupont")]) == .ok)
        let link = try await town.lastLink()
        let path = try #require(link.split(separator: "/bondoufle/").last.map(String.init))
        #expect(try await browser.get(path) == .ok)
        #expect(browser.page.contains("marie.dupont"))
        #expect(try await browser.post(path, [("nouveau", "court")]) == .unprocessableContent)
        #expect(browser.page.contains("champ-nouveau-erreur"))
        #expect(try await browser.post(path, [("nouveau", "Trottinette-verte-12")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("nouveau mot de passe est enregistré"))
        #expect(try await browser.get(path) == .notFound)
        #expect(browser.page.contains("Demander un autre lien"))
        #expect(try await TestBrowser(town).signIn("marie.dupont", password: "Trottinette-verte-12") == .seeOther)
    }

    @Test func `the answer is the same for those who have an account and those who have none`() async throws {
        let town = try await TestTown()
        var pages: Set<String> = []
        for typed in ["marie.dupont", "personne.dupont"] {
            let browser = TestBrowser(town)
            try await browser.get("mot-de-passe-oublie")
            #expect(try await browser.post("mot-de-passe-oublie", [("identifiant", typed)]) == .ok)
            pages.insert(browser.page.split(separator: typed).joined(separator: "…"))
        }
        #expect(pages.count == 1)
    }

    @Test func `nothing typed is asked for again, and links with secrets are on no page of the portal`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.get("mot-de-passe-oublie")
        #expect(try await browser.post("mot-de-passe-oublie", [("identifiant", " ")]) == .unprocessableContent)
        try await browser.post("mot-de-passe-oublie", [("identifiant", "marie.dupont")])
        let parent = TestBrowser(town)
        try await parent.signIn("marie.dupont")
        try await parent.get("messages")
        let staff = TestBrowser(town)
        try await staff.signInStaff("admin")
        let id = try #require(try OutboxService(town.portal).messages().first?.id.rawValue)
        try await staff.get("agents/courriels/\(id)")
        for page in [parent.page, staff.page] {
            #expect(page.contains("seulement dans le courriel") && !page.contains("nouveau-mot-de-passe/"))
        }
    }
}
