import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

@Suite struct AccountPagesTests {
    @Test func `a visitor is sent to sign in, and half-remembered addresses lead back to the account`() async throws {
        let town = try await TestTown(provider: AbsentProvider())
        let (visitor, parent) = (TestBrowser(town), TestBrowser(town))
        try await parent.signIn("marie.dupont")
        for page in AccountPage.examples {
            let path = page.address.text(portal: "bondoufle")
            #expect(AccountPage(page.address) == page)
            #expect(try await visitor.get(path) == .seeOther)
            #expect(visitor.location == "/bondoufle/connexion")
            let status = try await parent.get(path)
            #expect(
                status == .ok || ["/bondoufle/mon-compte", "/bondoufle/accueil", "/bondoufle/mon-compte/mes-donnees"].contains(parent.location),
                "\(page)"
            )
        }
    }

    @Test func `contacts come back with what was typed, and are saved at once`() async throws {
        let browser = TestBrowser(try await TestTown())
        try await browser.signIn("marie.dupont")
        try await browser.get("mon-compte/coordonnees")
        let phone = try #require(browser.hidden("phone"))
        #expect(
            try await browser.post("mon-compte/coordonnees", [("street", "<i>"), ("postalCode", "9"), ("city", "Évry"), ("phone", phone)])
                == .unprocessableContent
        )
        #expect(browser.page.contains("champ-postalCode-erreur") && browser.hidden("street") == "&lt;i&gt;")
        #expect(
            try await browser.post(
                "mon-compte/coordonnees",
                [("street", "2 rue Neuve"), ("postalCode", "91000"), ("city", "Évry"), ("phone", phone)]
            )
                == .seeOther
        )
        try await browser.follow()
        #expect(browser.page.contains("2 rue Neuve, 91000 Évry") && browser.page.contains("sont enregistrées"))
    }

    @Test func `a new password closes the account everywhere else`() async throws {
        let town = try await TestTown()
        let (here, there) = (TestBrowser(town, name: "Windows Firefox/1"), TestBrowser(town, name: "iPhone Safari/1"))
        try await there.signIn("marie.dupont")
        try await here.signIn("marie.dupont")
        try await here.get("mon-compte")
        #expect(here.page.contains("Safari sur iPhone") && here.page.contains("Cet appareil"))
        try await here.get("mon-compte/mot-de-passe")
        #expect(try await here.post("mon-compte/mot-de-passe", [("actuel", "faux"), ("nouveau", "Trottinette-verte-12")]) == .unprocessableContent)
        #expect(try await here.post("mon-compte/mot-de-passe", [("actuel", Demo.password), ("nouveau", "Trottinette-verte-12")]) == .seeOther)
        #expect(try await there.get("accueil") == .seeOther)
        #expect(try await here.get("messages") == .ok)
        #expect(here.page.contains("Firefox sur Windows") && here.page.contains("a changé"))
    }

    @Test func `a session is ended from the list by its name, and a stranger's name ends nothing`() async throws {
        let town = try await TestTown()
        let (here, there) = (TestBrowser(town), TestBrowser(town))
        let stranger = TestBrowser(town)
        try await there.signIn("marie.dupont")
        try await here.signIn("marie.dupont")
        try await stranger.signIn(town.stranger(to: "marie.dupont"))
        try await stranger.get("mon-compte")
        try await here.get("mon-compte")
        let name = try #require(here.page.split(separator: "name=\"appareil\" value=\"").dropFirst().first?.prefix { $0 != "\"" })
        try await stranger.post("mon-compte/appareils", [("appareil", String(name))])
        #expect(try await there.get("accueil") == .ok)
        try await here.post("mon-compte/appareils", [("appareil", String(name))])
        #expect(try await there.get("accueil") == .seeOther)
        #expect(try await here.get("accueil") == .ok)
    }

    @Test func `the browser's own cookie lasts and is as closed as the others`() async throws {
        let browser = TestBrowser(try await TestTown())
        try await browser.signIn("marie.dupont")
        let cookie = try #require(browser.response.headers.all("Set-Cookie").first { $0.hasPrefix("__Host-appareil-bondoufle=") })
        for attribute in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure", "Max-Age=34560000"] { #expect(cookie.contains(attribute)) }
    }
}
