import PortalCore
import Testing

@testable import PortalServer

@Suite struct RegistrationPagesTests {
    static let filled = [
        ("title", "madame"), ("firstName", "Léa"), ("lastName", "D'Essai"), ("street", "1 rue <b>Neuve</b>"), ("postalCode", "91070"),
        ("city", "Bondoufle"), ("phone", "06 39 98 00 01"), ("email", "lea@courriel.example"), ("login", "lea.essai"),
        ("password", "Une-phrase-longue-7"),
    ]

    @Test func `an empty form comes back with every field explained`() async throws {
        let browser = TestBrowser(try await TestTown())
        try await browser.get("creer-mon-espace")
        #expect(try await browser.post("creer-mon-espace", []) == .unprocessableContent)
        for field in Registration.Field.allCases { #expect(browser.page.contains("champ-\(field.rawValue)-erreur"), "\(field)") }
    }

    @Test func `what was typed comes back, escaped, and the password does not`() async throws {
        let browser = TestBrowser(try await TestTown())
        try await browser.get("creer-mon-espace")
        #expect(try await browser.post("creer-mon-espace", Self.filled + [("key", "ZZZZ-ZZZZ-ZZZZ")]) == .unprocessableContent)
        #expect(browser.hidden("firstName") == "Léa" && browser.hidden("login") == "lea.essai")
        #expect(browser.page.contains("1 rue &lt;b&gt;Neuve&lt;/b&gt;") && !browser.page.contains("Une-phrase-longue-7"))
        #expect(browser.page.contains("champ-key-erreur") && !browser.page.contains("champ-login-erreur"))
    }

    @Test func `a clé enfance opens the household, and the private space at once`() async throws {
        let town = try await TestTown()
        let key = try await ActivationKeyService(town.portal).issue(for: Identifier(1), by: .system)
        let browser = TestBrowser(town)
        try await browser.get("creer-mon-espace")
        #expect(try await browser.post("creer-mon-espace", Self.filled + [("key", key.text)]) == .seeOther)
        #expect(browser.location == "/bondoufle/accueil")
        #expect(try await browser.follow() == .ok)
        #expect(browser.page.contains("Bonjour Madame D&#39;Essai") || browser.page.contains("Bonjour Madame D'Essai"))
        #expect(browser.page.contains("première connexion"))
        #expect(try await browser.get("messages") == .ok)
        #expect(!browser.page.contains("confirmer-mon-adresse/") && browser.page.contains("seulement dans le courriel"))
    }

    @Test func `the link of the mail confirms the address, a broken one says so`() async throws {
        let town = try await TestTown()
        let key = try await ActivationKeyService(town.portal).issue(for: Identifier(1), by: .system)
        let browser = TestBrowser(town)
        try await browser.get("creer-mon-espace")
        try await browser.post("creer-mon-espace", Self.filled + [("key", key.text)])
        let link = try await town.lastLink()
        #expect(link.hasPrefix("https://famille.example/bondoufle/confirmer-mon-adresse/"))
        let token = try #require(link.split(separator: "/").last)
        let elsewhere = TestBrowser(town)
        #expect(try await elsewhere.get("confirmer-mon-adresse/\(token)") == .ok)
        #expect(try await elsewhere.post("confirmer-mon-adresse/\(token)", []) == .seeOther)
        try await elsewhere.get("confirmer-mon-adresse/abc")
        #expect(try await elsewhere.post("confirmer-mon-adresse/abc", []) == .notFound)
        #expect(elsewhere.page.contains("reconnu"))
    }

    @Test func `a wrong password says one thing, whoever it is for`() async throws {
        let town = try await TestTown()
        let known = TestBrowser(town)
        #expect(try await known.signIn("marie.dupont", password: "faux") == .unprocessableContent)
        let unknown = TestBrowser(town)
        #expect(try await unknown.signIn("personne", password: "faux") == .unprocessableContent)
        for browser in [known, unknown] { #expect(browser.page.contains("Identifiant ou mot de passe incorrect.")) }
        #expect(known.hidden("identifiant") == "marie.dupont")
    }
}
