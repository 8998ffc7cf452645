import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

@Suite struct UnreachablePagesTests {
    /// Marie Dupont's address does not exist any more.
    private func town() async throws -> (TestTown, EmailAddress) {
        let town = try await TestTown()
        let access = try town.access("marie.dupont")
        let email = try #require(access.adult.email)
        let now = town.clock.now
        try await town.portal.database.write { transaction in
            let mail = Mail(recipient: email, subject: "Essai", body: "Bonjour")
            try OutboxStore(transaction).enqueue(mail, to: access.account, at: now)
        }
        let outbox = OutboxService(town.portal)
        let message = try #require(try await outbox.claimDue(limit: 1).first)
        try await outbox.markRefused(message, MailRefusal(isPermanent: true, answer: "550 5.1.1 User unknown"))
        return (town, email)
    }

    @Test func `a parent is asked for another address until the new one is confirmed`() async throws {
        let (town, email) = try await town()
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        for path in ["accueil", "mon-compte"] {
            try await browser.get(path)
            #expect(browser.page.contains("Nos courriels ne vous arrivent plus") && browser.page.contains(email.text), "\(path)")
        }
        try await browser.get("messages")
        #expect(browser.page.contains("Essai"))
        try await browser.get("mon-compte/adresse-e-mail")
        let fields = [(EmailChangeField.email.rawValue, "nouvelle@courriel.example"), (EmailChangeField.password.rawValue, Demo.password)]
        #expect(try await browser.post("mon-compte/adresse-e-mail", fields) == .seeOther)
        let link = try await town.lastLink().dropFirst("https://famille.example".count)
        try await browser.get(String(link))
        try await browser.post(String(link), [])
        try await browser.get("accueil")
        #expect(!browser.page.contains("ne vous arrivent plus"))
    }

    @Test func `a parent may say that the address works again`() async throws {
        let (town, email) = try await town()
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        try await browser.get("mon-compte")
        #expect(try await browser.post("mon-compte/adresse-e-mail-essai", []) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Un courriel vient de partir") && !browser.page.contains("ne vous arrivent plus"))
        #expect(try await OutboxService(town.portal).claimDue().last?.mail.recipient == email)
    }

    @Test func `staff see the address on the family's page, in the outbox and in a list, and may try it again`() async throws {
        let (town, email) = try await town()
        let household = try #require(try town.access("marie.dupont").families.first).household.id
        let desk = TestBrowser(town)
        try await desk.signInStaff("guichet")
        try await desk.get("agents")
        #expect(desk.page.contains(/Adresses<\/strong> <span class="count">1</))
        try await desk.get("agents/foyers/\(household.rawValue)")
        #expect(desk.page.contains("ne répond plus depuis le"))
        try await desk.get("agents/courriels")
        #expect(desk.page.contains("agents/courriels/adresses"))
        try await desk.get("agents/courriels/adresses")
        #expect(desk.page.contains(email.text) && desk.page.contains("550 5.1.1 User unknown"))
        let support = TestBrowser(town)
        try await support.signInStaff("assistance")
        try await support.get("agents/courriels/adresses")
        #expect(!support.page.contains("Réessayer"))
        #expect(try await support.post("agents/courriels/adresses", [("adresse", email.text)]) == .forbidden)
        #expect(try await desk.post("agents/courriels/adresses", [("adresse", email.text)]) == .seeOther)
        try await desk.follow()
        #expect(desk.page.contains("Toutes les adresses répondent"))
    }
}
