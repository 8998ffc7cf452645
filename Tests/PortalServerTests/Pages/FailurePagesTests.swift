import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

@Suite struct FailurePagesTests {
    @Test func `what does not exist gets a French page with a way on`() async throws {
        let browser = TestBrowser(try await TestTown())
        for path in [
            "/nulle-part", "/nulle-part/accueil", "nulle-part", "enfants", "reservations?mois=novembre", "agents/listes?jour=hier", "/_rien",
        ] {
            #expect(try await browser.get(path) == .notFound, "\(path)")
            #expect(browser.page.contains("Page introuvable") && browser.page.contains("lang=\"fr\""), "\(path)")
        }
    }

    @Test func `an address with a last slash leads to the one without`() async throws {
        let browser = TestBrowser(try await TestTown())
        #expect(try await browser.get("/bondoufle/") == .permanentRedirect)
        #expect(browser.location == "/bondoufle")
    }

    @Test func `another method is refused with those that there are`() async throws {
        let browser = TestBrowser(try await TestTown())
        #expect(try await browser.get("/", .delete) == .methodNotAllowed)
        #expect(try await browser.get("connexion", .put) == .methodNotAllowed)
        #expect(browser.response.headers["Allow"] == "GET, POST")
        #expect(try await browser.get("deconnexion") == .methodNotAllowed)
        #expect(browser.response.headers["Allow"] == "POST")
    }

    @Test func `no page fails, whatever is in the address and the form`() async throws {
        let town = try await TestTown()
        let parent = TestBrowser(town)
        try await parent.signIn("marie.dupont")
        try await parent.get("accueil")
        let staff = TestBrowser(town)
        try await staff.signInStaff("admin")
        try await staff.get("agents")
        let junk = [
            "", "0", "-1", "9223372036854775808", "2026-02-30", "\u{202E}é\u{1}<script>", String(repeating: "9", count: 500), "1.1.1", "../..",
        ]
        let names = ["mois", "jour", "activite", "suite", "r", "vu", "cle", "changement", "identifiant"]
        for browser in [parent, staff] {
            let token = browser.hidden("jeton")
            for text in junk {
                for page in (ParentPage.examples.map(\.address) + StaffPage.examples.map(\.address) + PublicPage.examples.map(\.address)) {
                    let fields = names.map { QueryItem($0, text) }
                    let asked = PageAddress(segments: page.segments, query: fields).text(portal: "bondoufle")
                    #expect(try await browser.get(asked).code < 500, "\(asked)")
                    guard page.segments.last != "deconnexion", page.segments.last != "connexion" else { continue }
                    let posted = page.text(portal: "bondoufle")
                    #expect(try await browser.post(posted, names.map { ($0, text) }, token: token).code < 500, "\(posted) \(text)")
                }
            }
        }
    }

    @Test func `every answer carries the security headers`() async throws {
        let browser = TestBrowser(try await TestTown())
        for path in ["/", "", "connexion", "theme.css", "nulle-part", "accueil", "/_styleguide"] {
            try await browser.get(path.isEmpty ? "/bondoufle" : path)
            let policy = browser.response.headers["Content-Security-Policy"] ?? ""
            #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "\(path)")
            #expect(browser.response.headers["X-Content-Type-Options"] == "nosniff")
        }
    }
}
