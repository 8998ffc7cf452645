import HTMLTemplates
import Testing

@testable import PortalCore
@testable import PortalServer

@Suite struct SecondFactorPagesTests {
    /// The code of the app that was given the last page's key.
    private func code(_ browser: TestBrowser, _ town: TestTown, _ owner: FactorOwner) throws -> String {
        let secret = try town.portal.database.read { try SecondFactorStore($0, town.portal.vault).secret(of: owner) }
        #expect(browser.page.contains(Base32.text(secret ?? []).inGroupsOfFour(separatedBy: " ")))
        return OneTimeCode.code(of: OneTimeCode.step(at: town.clock.now), secret: secret ?? [])
    }

    @Test func `a parent turns it on, and comes back with a code on the way to the page that was asked for`() async throws {
        let town = try await TestTown()
        let owner = FactorOwner.account(try town.access("marie.dupont").account)
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        let path = "mon-compte/double-authentification"
        try await browser.get(path)
        #expect(try await browser.post(path, [("acte", "commencer")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("<svg class=\"qr\""))
        #expect(try await browser.post(path, [("acte", "confirmer"), ("code", "12")]) == .unprocessableContent)
        #expect(try await browser.post(path, [("acte", "confirmer"), ("code", try code(browser, town, owner))]) == .ok)
        let codes = browser.page.split(separator: "<code class=\"secret\">").dropFirst().map { String($0.prefix { $0 != "<" }) }
        #expect(codes.count == 10)
        let other = TestBrowser(town)
        try await other.get("connexion?suite=famille")
        #expect(try await other.post("connexion?suite=famille", [("identifiant", "marie.dupont"), ("motdepasse", Demo.password)]) == .seeOther)
        #expect(other.location == "/bondoufle/connexion/code?suite=famille")
        try await other.follow()
        #expect(try await other.get("famille") == .seeOther)
        try await other.get("connexion/code?suite=famille")
        #expect(try await other.post("connexion/code?suite=famille", [("code", "000000")]) == .unprocessableContent)
        #expect(try await other.post("connexion/code?suite=famille", [("code", codes[0])]) == .seeOther)
        #expect(other.location == "/bondoufle/famille")
        #expect(try await other.follow() == .ok)
    }

    @Test func `where the town asks for it, the staff see nothing before it is on, and cannot turn it off`() async throws {
        let town = try await TestTown()
        try await town.portal.database.write { transaction in
            try transaction.execute("UPDATE portal SET staff_second_factor = 'obligatoire'")
            try PortalCatalogueStore(transaction).noteChange()
        }
        let browser = TestBrowser(town)
        try await browser.signInStaff("admin")
        for path in ["agents", "agents/foyers", "agents/comptes"] {
            #expect(try await browser.get(path) == .seeOther)
            #expect(browser.location == "/bondoufle/agents/double-authentification")
        }
        try await browser.follow()
        let path = "agents/double-authentification"
        try await browser.post(path, [("acte", "commencer")])
        try await browser.follow()
        let member = try town.portal.database.read { try $0.first("SELECT id FROM staff_members WHERE login = 'admin'") { try $0[0] as Int64 } }
        let owner = FactorOwner.staff(Identifier(try #require(member)))
        #expect(try await browser.post(path, [("acte", "confirmer"), ("code", try code(browser, town, owner))]) == .ok)
        #expect(try await browser.get("agents") == .ok)
        try await browser.get(path)
        #expect(try await browser.post(path, [("acte", "desactiver"), ("code", "000000")]) == .forbidden)
        let again = TestBrowser(town)
        #expect(try await again.signInStaff("admin") == .seeOther)
        #expect(again.location == "/bondoufle/agents/connexion/code")
    }

    @Test func `an administrator takes it away from a parent, and nobody else does`() async throws {
        let town = try await TestTown()
        let access = try town.access("marie.dupont")
        let owner = FactorOwner.account(access.account)
        try await town.portal.database.write { transaction in
            let store = SecondFactorStore(transaction, town.portal.vault)
            try store.begin([UInt8](repeating: 1, count: 20), for: owner)
            try store.confirm(owner, at: town.clock.now)
        }
        let path = "agents/comptes/\(access.adult.id.rawValue)/double-authentification"
        for (login, status) in [("guichet", HTTPStatus.forbidden), ("admin", .seeOther)] {
            let browser = TestBrowser(town)
            try await browser.signInStaff(login)
            try await browser.get("agents/comptes?nom=Dupont")
            #expect(browser.page.contains("Retirer la double authentification") == (login == "admin"))
            #expect(try await browser.post(path, [("nom", "Dupont")]) == status)
        }
        #expect(try await TestBrowser(town).signIn("marie.dupont") == .seeOther)
        #expect(try town.portal.database.read { try !SecondFactorStore($0, town.portal.vault).isOn(owner) })
    }
}
