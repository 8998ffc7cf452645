import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

@Suite struct ChangePagesTests {
    @Test func `a parent asks, the staff refuse with a reason, and the parent reads both values and the reason`() async throws {
        let town = try await TestTown()
        let access = try town.access("marie.dupont")
        let path = "modifications/nom/\(access.adult.id.rawValue)"
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        #expect(try await browser.get(path) == .ok)
        #expect(try await browser.post(path, [("prenom", "Marie"), ("nom", "")]) == .unprocessableContent)
        #expect(try await browser.post(path, [("prenom", "Marie"), ("nom", "Durand-Petit")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Marie, Durand-Petit") && browser.page.contains("En attente du service"))
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        #expect(try await staff.get("agents/modifications") == .ok)
        let id = try #require(try town.portal.database.read { try $0.first("SELECT id FROM change_requests") { try $0[0] as Int64 } })
        #expect(try await staff.post("agents/modifications/\(id)", [("decision", "refuser")]) == .unprocessableContent)
        let refusal = [("decision", "refuser"), ("motif-\(id)", "Il manque l'acte de mariage.")]
        #expect(try await staff.post("agents/modifications/\(id)", refusal) == .seeOther)
        try await browser.get("modifications")
        #expect(browser.page.contains("Refusée") && browser.page.contains("acte de mariage"))
    }

    @Test func `a clerk takes a change on, the others see it, and settling leads to the next one of the filter`() async throws {
        let town = try await TestTown()
        let access = try town.access("marie.dupont")
        let changes = ChangeService(town.portal)
        let adult = access.adult.id.rawValue
        try await changes.ask(.name, of: adult, to: ChangeValue(["Marie", "Durand"]), by: access.account)
        let household = try #require(access.families.first).household.id.rawValue
        try await changes.ask(.householdAddress, of: household, to: ChangeValue(["2 rue Neuve", "91070", "Bondoufle"]), by: access.account)
        let ids = try changes.waiting().map(\.request.id.rawValue)
        let (clerk, admin) = (TestBrowser(town), TestBrowser(town))
        try await clerk.signInStaff("guichet")
        try await admin.signInStaff("admin")
        let inbox = "agents/modifications"
        try await clerk.get(inbox)
        #expect(try await clerk.post("\(inbox)/\(ids[0])", [("decision", "prendre")]) == .seeOther)
        #expect(clerk.location?.hasSuffix("#modification-\(ids[0])") == true)
        try await clerk.get("\(inbox)?suivi=moi")
        #expect(clerk.page.contains("Vous vous en occupez") && !clerk.page.contains("2 rue Neuve"))
        try await admin.get(inbox)
        #expect(admin.page.contains("Philippe Lemoine s&#39;en occupe") || admin.page.contains("Philippe Lemoine s'en occupe"))
        try await admin.get("agents")
        #expect(try changes.waitingCount(for: Identifier(1)) + changes.waitingCount(for: Identifier(2)) == 3)
        try await clerk.get(inbox)
        #expect(try await clerk.post("\(inbox)/\(ids[0])?etat=en%20attente", [("decision", "accepter")]) == .seeOther)
        #expect(clerk.location?.contains("etat=") == true && clerk.location?.hasSuffix("#modification-\(ids[1])") == true)
        try await clerk.get("\(inbox)?nature=telephone")
        #expect(clerk.page.contains("Rien pour ce filtre"))
    }

    @Test func `a stranger reaches no field of a family, and a facility's leader no inbox`() async throws {
        let town = try await TestTown()
        let access = try town.access("marie.dupont")
        let household = try #require(access.families.first).household.id.rawValue
        let stranger = TestBrowser(town)
        try await stranger.signIn(town.stranger(to: "marie.dupont"))
        try await stranger.get("accueil")
        let token = try #require(stranger.hidden("jeton"))
        let child = try #require(access.children.first).id.rawValue
        for path in [
            "modifications/nom/\(access.adult.id.rawValue)", "modifications/ecole/\(child)", "modifications/adresse-du-foyer/\(household)",
            "foyers/\(household)/situation",
        ] {
            #expect(try await stranger.get(path) == .notFound, "\(path)")
            #expect(try await stranger.post(path, [("prenom", "X"), ("nom", "Y")], token: token) == .notFound, "\(path)")
        }
        let leader = TestBrowser(town)
        try await leader.signInStaff("structure")
        #expect(try await leader.get("agents/modifications") == .forbidden)
    }

    @Test func `a document goes with a change in the same form, and the staff see it beside both values`() async throws {
        let town = try await TestTown()
        let access = try town.access("marie.dupont")
        let household = try #require(access.families.first).household.id.rawValue
        let path = "modifications/adresse-du-foyer/\(household)"
        let file = "piece-domicile-foyer-\(household)"
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        #expect(try await browser.get(path) == .ok)
        #expect(browser.page.contains("name=\"\(file)\"") && browser.page.contains("multipart/form-data"))
        let address = [("rue", "2 rue Neuve"), ("codepostal", "91070"), ("commune", "Bondoufle"), ("cle", try #require(browser.hidden("cle")))]
        // Nothing is asked while the file is wrong.
        #expect(try await browser.upload(path, address, file: (file, "bonjour")) == .unprocessableContent)
        #expect(browser.page.contains("champ-\(file)-erreur") && browser.page.contains("2 rue Neuve"))
        #expect(try town.count("SELECT count(*) FROM change_requests") == 0)
        for _ in 1...2 {
            #expect(try await browser.upload(path, address, file: (file, "%PDF-1.4")) == .seeOther)
            try await browser.get(path)
        }
        #expect(try town.count("SELECT count(*) FROM change_requests") == 1 && town.count("SELECT count(*) FROM document_files") == 1)
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        try await staff.get("agents/modifications")
        #expect(staff.page.contains("Justificatif de domicile") && staff.page.contains("Ouvrir et vérifier cette pièce"))
    }

    @Test func `each change of situation asks its own questions, and what is wrong comes back with them`() async throws {
        let town = try await TestTown()
        let household = try #require(try town.access("marie.dupont").families.first).household.id.rawValue
        let path = "foyers/\(household)/situation"
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        try await browser.get(path)
        for kind in ["separation", "move", "birth", "newPartner"] { #expect(browser.page.contains("changement=\(kind)")) }
        let asked: [(kind: String, fields: [String], document: Bool)] = [
            ("separation", ["date", "residence"], true), ("move", ["date", "rue", "codepostal", "commune"], true),
            ("birth", ["date", "personne"], false), ("newPartner", ["date", "personne"], false),
        ]
        for (kind, fields, document) in asked {
            #expect(try await browser.get("\(path)?changement=\(kind)") == .ok)
            #expect(browser.page.contains("Pièces à joindre") == document, "\(kind)")
            #expect(try await browser.post(path, [("changement", kind)]) == .unprocessableContent)
            for field in fields { #expect(browser.page.contains("champ-\(field)-erreur"), "\(kind) \(field)") }
        }
        let birth = [("changement", "birth"), ("date", "2026-11-01"), ("personne", "Jules Dupont")]
        #expect(try await browser.post(path, birth) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Enfant\u{A0}: Jules Dupont."))
    }
}

extension TestTown {
    fileprivate func count(_ sql: StaticString) throws -> Int { try portal.database.read { try $0.first(sql) { try $0[0] } } ?? 0 }
}
