import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

@Suite struct WaysInPagesTests {
    private let newcomer = [
        ("title", "madame"), ("firstName", "Inès"), ("lastName", "Nouvelle"), ("street", "1 rue Neuve"), ("postalCode", "91070"),
        ("city", "Bondoufle"), ("phone", "06 39 98 00 01"), ("email", "ines@courriel.example"), ("password", "Une-phrase-longue-7"),
        ("message", "Nous arrivons <en> ville."),
    ]

    private func child(_ first: String, _ last: String, _ day: String, _ number: Int = 1) -> [(String, String)] {
        [("enfant\(number)-prenom", first), ("enfant\(number)-nom", last), ("enfant\(number)-naissance", day)]
    }

    private func register(_ town: TestTown, _ children: [(String, String)]) async throws -> TestBrowser {
        let browser = TestBrowser(town)
        try await browser.get("creer-mon-espace/sans-cle")
        #expect(try await browser.post("creer-mon-espace/sans-cle", newcomer + children) == .seeOther)
        return browser
    }

    private func desk(_ town: TestTown) async throws -> TestBrowser {
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        try await staff.get("agents/rattachements")
        return staff
    }

    @Test func `a family that the town does not know asks, waits, and gets in when the staff make its household`() async throws {
        let town = try await TestTown()
        let parent = try await register(town, child("Zoé", "Nouvelle", "2018-05-04"))
        #expect(try await parent.follow() == .ok)
        #expect(parent.page.contains("Demande envoyée") && parent.page.contains("Nous arrivons &lt;en&gt; ville."))
        for page in ["accueil", "famille", "reservations"] {
            #expect(try await parent.get(page) == .seeOther)
            #expect(parent.location == "/bondoufle/mon-compte/rattachement")
        }
        #expect(try await parent.get("mon-compte") == .ok)
        let staff = try await desk(town)
        #expect(staff.page.contains("Inès Nouvelle") && staff.page.contains("À traiter"))
        #expect(try await staff.get("agents/rattachements/1") == .ok)
        #expect(try await staff.post("agents/rattachements/1", [("reponse", "creer")]) == .seeOther)
        #expect(try await parent.get("accueil") == .ok)
        #expect(parent.page.contains("Zoé"))
        try await staff.get("agents/rattachements/1")
        #expect(try await staff.post("agents/rattachements/1", [("reponse", "creer")]) == .unprocessableContent)
        #expect(staff.page.contains("déjà reçu une réponse"))
    }

    @Test func `a child that the town knows is shown to the staff, and cannot be made twice`() async throws {
        let town = try await TestTown()
        let known = try town.access("marie.dupont")
        let theirs = try #require(known.children.first)
        let household = try #require(known.families.first?.household)
        let parent = try await register(town, child(theirs.firstName.uppercased(), theirs.lastName, theirs.birthDay.iso))
        let staff = try await desk(town)
        try await staff.get("agents/rattachements/1")
        #expect(staff.page.contains("même nom, même date de naissance") && staff.page.contains(household.name))
        #expect(try await staff.post("agents/rattachements/1", [("reponse", "creer")]) == .unprocessableContent)
        #expect(try await staff.post("agents/rattachements/1", [("reponse", "999999")]) == .unprocessableContent)
        #expect(try await parent.get("accueil") == .seeOther)
        #expect(try await staff.post("agents/rattachements/1", [("reponse", String(household.id.rawValue))]) == .seeOther)
        #expect(try await parent.get("accueil") == .ok)
        #expect(parent.page.contains(theirs.firstName))
    }

    @Test func `a refusal has a reason, and the parent may ask again`() async throws {
        let town = try await TestTown()
        let parent = try await register(town, child("Zoé", "Nouvelle", "2018-05-04"))
        let staff = try await desk(town)
        try await staff.get("agents/rattachements/1")
        #expect(try await staff.post("agents/rattachements/1", [("reponse", "refuser")]) == .unprocessableContent)
        #expect(try await staff.post("agents/rattachements/1", [("reponse", "refuser"), ("raison", "Il manque l'école.")]) == .seeOther)
        try await parent.get("mon-compte/rattachement")
        #expect(parent.page.contains("Il manque l") && parent.page.contains("Envoyer la demande"))
        #expect(try await parent.post("mon-compte/rattachement", []) == .unprocessableContent)
        #expect(try await parent.post("mon-compte/rattachement", child("Zoé", "Nouvelle", "04/05/2018")) == .seeOther)
        try await staff.get("agents/rattachements")
        #expect(staff.page.contains("À traiter") && staff.page.contains("Refusée"))
    }

    @Test func `a wrong newcomer's form comes back filled, and the login that is given tells nothing`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.get("creer-mon-espace/sans-cle")
        #expect(try await browser.post("creer-mon-espace/sans-cle", newcomer + child("Zoé", "", "2099-01-01", 2)) == .unprocessableContent)
        #expect(browser.page.contains("champ-enfant2-nom-erreur") && browser.page.contains("champ-enfant2-naissance-erreur"))
        #expect(browser.hidden("firstName") == "Inès" && browser.hidden("enfant2-prenom") == "Zoé")
        _ = try await register(town, child("Zoé", "Nouvelle", "2018-05-04"))
        let login = try town.portal.database.read { try $0.first("SELECT login FROM accounts ORDER BY id DESC", decode: { try $0[0] as String }) }
        #expect(login?.hasPrefix("ines.nouvelle.") == true && login?.count == "ines.nouvelle.1234".count)
    }

    @Test func `a prepared account opens with its first password, which must be changed before anything else`() async throws {
        let town = try await TestTown()
        let adult = try await town.adultWithoutAccount(named: "Bertille")
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        try await staff.get("agents/comptes?nom=berti")
        #expect(staff.page.contains("Préparer un compte"))
        #expect(try await staff.post("agents/comptes/\(adult.rawValue)", [("nom", "berti")]) == .seeOther)
        try await staff.get("agents/comptes?nom=berti")
        #expect(staff.page.contains("Préparé, à ouvrir avant") && staff.page.contains("bertille.preparee"))
        let mail = try #require(try await OutboxService(town.portal).claimDue(limit: 100).last?.mail)
        let password = try #require(mail.secret)
        #expect(!mail.body.contains(password))
        let parent = TestBrowser(town)
        #expect(try await parent.signIn("bertille.preparee", password: password) == .seeOther)
        for page in ["accueil", "reservations", "mon-compte", "mon-compte/coordonnees"] {
            #expect(try await parent.get(page) == .seeOther)
            #expect(parent.location == "/bondoufle/mon-compte/mot-de-passe")
        }
        try await parent.follow()
        #expect(!parent.page.contains("Mot de passe actuel"))
        #expect(try await parent.post("mon-compte/mot-de-passe", [("nouveau", "court")]) == .unprocessableContent)
        #expect(try await parent.post("mon-compte/mot-de-passe", [("nouveau", "Trottinette-verte-12")]) == .seeOther)
        #expect(try await parent.get("accueil") == .ok)
        #expect(try await TestBrowser(town).signIn("bertille.preparee", password: password) == .unprocessableContent)
        #expect(try await staff.post("agents/comptes/\(adult.rawValue)", [("nom", "berti")]) == .unprocessableContent)
    }

    @Test func `a first password ends after a month, and another one can be sent`() async throws {
        let town = try await TestTown()
        let adult = try await town.adultWithoutAccount(named: "Bertille")
        let accounts = AccountService(town.portal, passwords: try PasswordHasher(cost: .lowest))
        try await accounts.prepareAccount(for: adult, by: Identifier(1), link: "https://famille.example/")
        let first = try #require(try await OutboxService(town.portal).claimDue(limit: 100).last?.mail.secret)
        town.clock.move(to: town.clock.now.adding(hours: 30 * 24))
        let expired = TestBrowser(town)
        #expect(try await expired.signIn("bertille.preparee", password: first) == .unprocessableContent)
        #expect(expired.page.contains("plus valable"))
        try await accounts.sendFirstPasswordAgain(to: adult, by: Identifier(1), link: "https://famille.example/")
        let second = try #require(try await OutboxService(town.portal).claimDue(limit: 100).last?.mail.secret)
        #expect(first != second)
        #expect(try await TestBrowser(town).signIn("bertille.preparee", password: second) == .seeOther)
    }

    @Test func `only those who look after families reach the accounts`() async throws {
        let town = try await TestTown()
        let (visitor, leader) = (TestBrowser(town), TestBrowser(town))
        try await leader.signInStaff("structure")
        for page in AccountDeskPage.examples {
            let path = page.address.text(portal: "bondoufle")
            #expect(AccountDeskPage(page.address) == page)
            #expect(try await visitor.get(path) == .seeOther)
            #expect(visitor.location == "/bondoufle/agents/connexion")
            let status = try await leader.get(path)
            #expect(status == .forbidden || status == .seeOther, "\(page)")
        }
        try await leader.get("agents")
        #expect(try await leader.post("agents/comptes/1", []) == .forbidden)
        #expect(try await leader.post("agents/rattachements/1", [("reponse", "creer")]) == .forbidden)
    }
}

extension TestTown {
    /// Somebody whom the town knows, in the first household.
    func adultWithoutAccount(named firstName: String) async throws -> Identifier<Adult> {
        let address = try access("marie.dupont").adult.address
        return try await portal.database.write { transaction in
            let store = HouseholdStore(transaction)
            let email = EmailAddress("\(firstName.lowercased())@courriel.example")
            let details = AdultDetails(title: .madame, firstName: firstName, lastName: "Préparée", email: email, phone: nil, address: address)
            let adult = try store.insertAdult(details)
            try store.add(adult, to: Identifier(1))
            return adult
        }
    }
}
