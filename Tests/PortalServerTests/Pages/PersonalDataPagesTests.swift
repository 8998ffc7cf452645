import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

@Suite struct PersonalDataPagesTests {
    @Test func `a ZIP archive has the checksums and sizes that unzip checks`() throws {
        // The check value of CRC-32/ISO-HDLC.
        #expect(ZipWriter.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
        var archive = ZipArchive(madeAt: try TestTown.instant("2026-11-20T10:00:00+01:00"))
        archive.add("été.txt", Array("bonjour".utf8))
        archive.add("vide.txt", [])
        let bytes = archive.bytes
        #expect(bytes.prefix(4) == [0x50, 0x4B, 3, 4] && bytes.suffix(22).prefix(4) == [0x50, 0x4B, 5, 6])
        #expect(bytes[bytes.count - 14] == 2 && bytes[18] == 7)
    }

    @Test func `a parent downloads what the portal keeps, and nothing of other families`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        try await browser.get("mon-compte/mes-donnees")
        #expect(try await browser.post("mon-compte/mes-donnees-archive", []) == .ok)
        #expect(browser.response.headers["Content-Disposition"]?.contains("mes-donnees-bondoufle-2026-11-20.zip") == true)
        let access = try town.access("marie.dupont")
        for word in [
            "mes-donnees.html", "mes-donnees.json", "tableaux/reservations.csv", access.children[0].firstName, "\"titulaire\"", "marie.dupont",
        ] {
            #expect(browser.page.contains(word), "\(word)")
        }
        #expect(browser.response.rest?.length == browser.response.body.suffix(browser.response.rest?.length ?? 0).count)
        let stranger = try town.access(town.stranger(to: "marie.dupont"))
        #expect(!browser.page.contains(stranger.adult.address.street))
        #expect(try await browser.post("mon-compte/mes-donnees-archive", [], token: "x") == .forbidden)
    }

    @Test func `an account is closed with its password, lets nobody in, and opens again with a first password`() async throws {
        let town = try await TestTown()
        let access = try town.access("marie.dupont")
        let (browser, elsewhere) = (TestBrowser(town), TestBrowser(town))
        try await browser.signIn("marie.dupont")
        try await elsewhere.signIn("marie.dupont")
        try await browser.get("mon-compte/fermeture")
        #expect(try await browser.post("mon-compte/fermeture", [("motdepasse", "faux")]) == .unprocessableContent)
        #expect(try await browser.post("mon-compte/fermeture", [("motdepasse", Demo.password)]) == .seeOther)
        #expect(try await elsewhere.get("accueil") == .seeOther)
        #expect(try await TestBrowser(town).signIn("marie.dupont") == .unprocessableContent)
        #expect(try await TestBrowser(town).signIn("marie.dupont@courriel.example") == .unprocessableContent)
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        try await staff.get("agents/comptes?nom=Dupont")
        #expect(staff.page.contains("Fermé le") && staff.page.contains("Rouvrir le compte"))
        #expect(try await staff.post("agents/comptes/\(access.adult.id.rawValue)", [("nom", "Dupont")]) == .seeOther)
        let letter = try await OutboxService(town.portal).claimDue(limit: 100).map(\.mail).last { $0.secret != nil }
        let password = try #require(letter?.secret)
        #expect(try await TestBrowser(town).signIn("marie.dupont", password: password) == .seeOther)
    }

    @Test func `a request to be forgotten is answered with words, and accepting it closes the account and forgets the address`() async throws {
        let town = try await TestTown()
        let access = try town.access("marie.dupont")
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        try await browser.get("mon-compte/mes-donnees")
        #expect(try await browser.post("mon-compte/effacement", [("message", "Nous déménageons.")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("avant le dimanche 20 décembre 2026"))
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        try await staff.get("agents/foyers")
        #expect(staff.page.contains("agents/effacements"))
        try await staff.get("agents/effacements/1")
        #expect(staff.page.contains("Nous déménageons."))
        #expect(try await staff.post("agents/effacements/1", [("decision", "accepter"), ("reponse", "")]) == .unprocessableContent)
        let answer = [("decision", "accepter"), ("reponse", "Votre adresse est effacée\u{A0}; les factures restent dix ans.")]
        #expect(try await staff.post("agents/effacements/1", answer) == .seeOther)
        try await staff.follow()
        #expect(try await staff.post("agents/effacements/1", answer) == .notFound)
        #expect(try await browser.get("mon-compte") == .seeOther)
        let adult = try town.portal.database.read { try FamilyStore($0).family(access.families[0].household.id) }?.adults.first {
            $0.id == access.adult.id
        }
        #expect(adult?.email == nil && adult?.phone == nil && adult?.fullName == access.adult.fullName)
    }
}
