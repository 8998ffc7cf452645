import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

@Suite struct AccessTests {
    private func path(_ page: some PortalPage) -> String { page.address.text(portal: "bondoufle") }

    @Test func `a visitor is sent to sign in, and back to the page afterwards`() async throws {
        let browser = TestBrowser(try await TestTown())
        for page in ParentPage.examples {
            let status = try await browser.get(path(page))
            #expect(status == .seeOther && browser.location == path(PublicPage.signIn(next: page)))
        }
        for page in StaffPage.examples where page != .signIn && page != .staffInvitation(token: "abc") {
            let status = try await browser.get(path(page))
            #expect(status == .seeOther && browser.location == path(StaffPage.signIn))
        }
        try await browser.get("famille")
        let signIn = try #require(browser.location)
        try await browser.follow()
        try await browser.post(signIn, [("identifiant", "marie.dupont"), ("motdepasse", Demo.password)])
        #expect(browser.location == "/bondoufle/famille")
    }

    @Test func `a stranger's child and request are as unknown as those that do not exist`() async throws {
        let town = try await TestTown()
        let mine = try town.access("marie.dupont")
        let theirs = try town.access(town.stranger(to: "marie.dupont"))
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        for child in mine.children { #expect(try await browser.get("enfants/\(child.id.rawValue)") == .ok) }
        #expect(try await browser.get("enfants/999999") == .notFound)
        let unknown = browser.page
        for child in theirs.children {
            let status = try await browser.get("enfants/\(child.id.rawValue)")
            #expect(status == .notFound && browser.page == unknown)
        }
        let stranger = TestBrowser(town)
        try await stranger.signIn(town.stranger(to: "marie.dupont"))
        try await browser.get("reservations")
        let changes = try #require(browser.values("r").last)
        try await browser.post("reservations/recapitulatif", [("vu", try #require(browser.hidden("vu"))), ("r", changes)])
        try await browser.post(
            "reservations/confirmation",
            [("cle", try #require(browser.hidden("cle")))] + browser.values("changement").map { ("changement", $0) }
        )
        let request = try #require(browser.location)
        #expect(try await browser.get(request) == .ok)
        #expect(try await stranger.get(request) == .notFound)
    }

    @Test func `a parent is nobody among the staff, and the staff nobody among the parents`() async throws {
        let town = try await TestTown()
        let parent = TestBrowser(town)
        try await parent.signIn("marie.dupont")
        #expect(try await parent.get("agents") == .seeOther)
        let staff = TestBrowser(town)
        try await staff.signInStaff("admin")
        #expect(try await staff.get("agents") == .ok)
        #expect(try await staff.get("accueil") == .seeOther)
    }

    @Test func `a facility's leader reads lists, not the families' mails`() async throws {
        let browser = TestBrowser(try await TestTown())
        try await browser.signInStaff("structure")
        #expect(try await browser.get("agents/listes?activite=mercredis&jour=2026-11-25") == .ok)
        #expect(try await browser.get("agents/courriels") == .forbidden)
        #expect(try await browser.get("agents/courriels/1") == .forbidden)
    }

    @Test func `a form without its proof, or with another person's, changes nothing`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        let other = TestBrowser(town)
        try await other.signIn(town.stranger(to: "marie.dupont"))
        try await other.get("reservations")
        for page in ["reservations/recapitulatif", "reservations/confirmation", "deconnexion"] {
            for token in ["", "x", try #require(other.hidden("jeton"))] {
                #expect(try await browser.post(page, [], token: token) == .forbidden)
            }
        }
        #expect(try await browser.get("accueil") == .ok)
        #expect(try await TestBrowser(town).post("connexion", [("identifiant", "marie.dupont"), ("motdepasse", Demo.password)]) == .forbidden)
    }

    @Test func `cookies cannot be set or read by anybody else`() async throws {
        let browser = TestBrowser(try await TestTown())
        try await browser.signIn("marie.dupont")
        let cookies = browser.response.headers.all("Set-Cookie").filter { $0.hasPrefix("__Host-") }
        #expect(!cookies.isEmpty)
        for cookie in cookies {
            for attribute in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"] { #expect(cookie.contains(attribute)) }
            #expect(!cookie.contains("Domain"))
        }
    }

    @Test func `signing out ends the session, also for who kept the cookie`() async throws {
        let browser = TestBrowser(try await TestTown())
        try await browser.signIn("marie.dupont")
        try await browser.get("accueil")
        #expect(try await browser.post("deconnexion", []) == .seeOther)
        #expect(try await browser.get("accueil") == .seeOther)
    }
}
