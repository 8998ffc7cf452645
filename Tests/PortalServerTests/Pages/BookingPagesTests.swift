import PortalCore
import Testing

@testable import PortalServer

/// The planning, its recap and its answers, as a browser without script meets them.
@Suite struct BookingPagesTests {
    private func signedIn(_ town: TestTown) async throws -> TestBrowser {
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        return browser
    }

    /// A Wednesday's box of the planning that is free or booked, and may be changed.
    private func wednesday(_ browser: TestBrowser, _ day: String) throws -> String {
        try #require(browser.values("r").first { $0.hasSuffix(day) })
    }

    /// The boxes that are ticked when a page arrives.
    private func ticked(_ browser: TestBrowser) -> [String] {
        browser.page.split(separator: "<input ").dropFirst().compactMap { input in
            let tag = input.prefix { $0 != ">" }
            guard tag.contains("name=\"r\""), tag.contains(" checked"), let value = tag.firstRange(of: "value=\"") else { return nil }
            return String(tag[value.upperBound...].prefix { $0 != "\"" })
        }
    }

    private func recap(_ browser: TestBrowser, toggling box: String) async throws -> HTTPStatus {
        let boxes = ticked(browser)
        let wanted = boxes.contains(box) ? boxes.filter { $0 != box } : boxes + [box]
        return try await browser.post("reservations/recapitulatif", [("vu", try #require(browser.hidden("vu")))] + wanted.map { ("r", $0) })
    }

    private func confirm(_ browser: TestBrowser) async throws -> HTTPStatus {
        let changes = browser.values("changement").map { ("changement", $0) }
        return try await browser.post("reservations/confirmation", [("cle", try #require(browser.hidden("cle")))] + changes)
    }

    @Test func `who comes back from the recap finds the boxes as they were left`() async throws {
        let browser = try await signedIn(TestTown())
        try await browser.get("reservations?mois=2026-12")
        let before = ticked(browser)
        let box = try wednesday(browser, "2026-12-02")
        #expect(try await recap(browser, toggling: box) == .ok)
        #expect(browser.page.contains("formaction=\"/bondoufle/reservations?mois=2026-12\""))
        let changes = browser.values("changement").map { ("changement", $0) }
        #expect(try await browser.post("reservations?mois=2026-12", changes) == .ok)
        #expect(Set(ticked(browser)).symmetricDifference(before) == [box])
        #expect(try await recap(browser, toggling: box) == .seeOther)
    }

    @Test func `a Wednesday is booked, answered line by line, and stays so`() async throws {
        let browser = try await signedIn(TestTown())
        try await browser.get("reservations?mois=2026-12")
        let box = try wednesday(browser, "2026-12-02")
        let wasBooked = ticked(browser).contains(box)
        #expect(try await recap(browser, toggling: box) == .ok)
        #expect(browser.page.contains("mercredi 2 décembre 2026"))
        #expect(try await confirm(browser) == .seeOther)
        #expect(try await browser.follow() == .ok)
        #expect(browser.page.contains("C'est enregistré") || browser.page.contains("C&#39;est enregistré"))
        try await browser.get("reservations?mois=2026-12")
        #expect(ticked(browser).contains(box) != wasBooked)
    }

    @Test func `the recap confirmed twice is one request with one answer`() async throws {
        let browser = try await signedIn(TestTown())
        try await browser.get("reservations?mois=2026-12")
        _ = try await recap(browser, toggling: wednesday(browser, "2026-12-02"))
        let (key, token, changes) = (browser.hidden("cle"), browser.hidden("jeton"), browser.values("changement"))
        let fields = [("cle", try #require(key))] + changes.map { ("changement", $0) }
        try await browser.post("reservations/confirmation", fields, token: token)
        let first = try #require(browser.location)
        try await browser.post("reservations/confirmation", fields, token: token)
        #expect(browser.location == first)
    }

    @Test func `a page loaded before midnight is judged after it, with the rule and its date`() async throws {
        let town = try await TestTown()
        town.clock.move(to: try TestTown.instant("2026-11-25T23:58:00+01:00"))
        let browser = try await signedIn(town)
        try await browser.get("reservations?mois=2026-12")
        let box = try #require(browser.values("r").first { $0.hasSuffix("2026-12-02") && !ticked(browser).contains($0) })
        #expect(try await recap(browser, toggling: box) == .ok)
        #expect(browser.values("changement") == ["ajout.\(box)"])
        town.clock.move(to: try TestTown.instant("2026-11-26T00:00:01+01:00"))
        #expect(try await confirm(browser) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Rien n'a pu être enregistré") || browser.page.contains("Rien n&#39;a pu être enregistré"))
        #expect(browser.page.contains("mercredi 25 novembre 2026 à 23\u{A0}h\u{A0}59"))
    }

    @Test func `a forged change is refused with the rule in words, whatever it names`() async throws {
        let town = try await TestTown()
        let browser = try await signedIn(town)
        let mine = try #require(try town.access("marie.dupont").children.first).id.rawValue
        let theirs = try #require(try town.access(town.stranger(to: "marie.dupont")).children.first).id.rawValue
        try await browser.get("reservations?mois=2026-12")
        let late = try #require(browser.values("r").first { $0.hasSuffix("2026-12-02") && !ticked(browser).contains($0) })
        town.clock.move(to: try TestTown.instant("2026-11-26T10:00:00+01:00"))
        try await browser.signIn("marie.dupont")
        let before = try bookings(town)
        let table = [
            ("\(theirs).1.2026-12-03", "Cet enfant ne fait pas partie de votre foyer."), ("999999.1.2026-12-03", "Cet enfant ne fait pas partie"),
            // A unit that only another portal has.
            ("\(mine).9999.2026-12-03", "Cette activité n'existe pas."),
            ("\(mine).1.2026-12-05", "Fermé le samedi 5 décembre 2026"), ("\(mine).1.2026-12-25", "Fermé le vendredi 25 décembre 2026"),
            ("\(mine).1.2026-09-07", "L'accueil du lundi 7 septembre 2026 est terminé."),
            ("\(mine).1.2020-01-06", "L'enfant n'est pas inscrit à"),
            (late, "Délai dépassé : réservable jusqu'au mercredi 25 novembre 2026 à 23 h 59 (au plus tard 7 jours avant"),
        ]
        for (slot, words) in table {
            try await browser.get("reservations")
            let forged = [("cle", "cle-forgee-\(slot.replacing(".", with: "-"))"), ("changement", "ajout.\(slot)")]
            #expect(try await browser.post("reservations/confirmation", forged) == .seeOther, "\(slot)")
            try await browser.follow()
            let text = plain(browser.page)
            #expect(text.contains("Rien n'a pu être enregistré") && text.contains(words), "\(slot)")
        }
        #expect(try bookings(town) == before)
    }

    @Test func `a price that is sent along counts for nothing`() async throws {
        let town = try await TestTown()
        let browser = try await signedIn(town)
        try await browser.get("reservations?mois=2026-12")
        let box = try #require(browser.values("r").first { $0.hasSuffix("2026-12-02") && !ticked(browser).contains($0) })
        _ = try await recap(browser, toggling: box)
        let forged = [("prix", "0"), ("p", "0"), ("surcharge", "-500"), ("data-p", "0")]
        let changes = browser.values("changement").map { ("changement", $0) }
        try await browser.post("reservations/confirmation", [("cle", try #require(browser.hidden("cle")))] + changes + forged)
        let slot = try #require(BookingSlot(text: box))
        let unit = try #require(try town.portalSite.catalogue().unit(slot.unit)?.unit)
        let price = try town.portal.database.read { transaction in
            try transaction.first(
                "SELECT price FROM bookings WHERE child_id = $1 AND unit_id = $2 AND day = $3",
                slot.child,
                slot.unit,
                slot.date
            ) { try $0[0] as Cents }
        }
        #expect(price == unit.price)
    }

    @Test func `a recap or a planning that was tampered with is not read at all`() async throws {
        let town = try await TestTown()
        let browser = try await signedIn(town)
        try await browser.get("reservations?mois=2026-12")
        let (key, token) = ("cle-alteree-0000001", try #require(browser.hidden("jeton")))
        let before = try bookings(town)
        for change in ["", "ajout", "ajout.1.1", "ajout.1.1.2026-13-01", "offert.1.1.2026-12-03"] {
            let status = try await browser.post("reservations/confirmation", [("cle", key), ("changement", change)], token: token)
            #expect(status == .badRequest, "\(change)")
        }
        for seen in ["", "2026-12", "2026-12;x", "2026-12;1.1.zz", "9999-99;1.1.f"] {
            let status = try await browser.post("reservations/recapitulatif", [("vu", seen), ("r", "1.1.2026-12-03")], token: token)
            #expect(status.code < 500, "\(seen) \(status)")
        }
        for key in ["", "court", String(repeating: "x", count: 500)] {
            let status = try await browser.post("reservations/confirmation", [("cle", key), ("changement", "ajout.1.1.2026-12-03")], token: token)
            #expect(status == .badRequest, "\(key.prefix(6))")
        }
        #expect(try bookings(town) == before)
    }

    private func bookings(_ town: TestTown) throws -> Int {
        try town.portal.database.read { try $0.first("SELECT count(*) FROM bookings") { try $0[0] as Int } } ?? 0
    }

    /// The page with ordinary apostrophes and spaces.
    private func plain(_ page: String) -> String { page.replacing("&#39;", with: "'").replacing("\u{A0}", with: " ") }

    @Test func `nothing ticked differently says so and stays on the month`() async throws {
        let browser = try await signedIn(TestTown())
        try await browser.get("reservations?mois=2026-12")
        let fields = [("vu", try #require(browser.hidden("vu")))] + ticked(browser).map { ("r", $0) }
        #expect(try await browser.post("reservations/recapitulatif", fields) == .seeOther)
        #expect(browser.location == "/bondoufle/reservations?mois=2026-12")
        try await browser.follow()
        #expect(browser.page.contains("rien changé"))
    }

    @Test func `a confirmed booking is on the staff's list and in the outbox`() async throws {
        let town = try await TestTown()
        let browser = try await signedIn(town)
        try await browser.get("reservations?mois=2026-12")
        let box = try #require(browser.values("r").first { $0.hasSuffix("2026-12-02") && !ticked(browser).contains($0) })
        _ = try await recap(browser, toggling: box)
        _ = try await confirm(browser)
        let slot = try #require(BookingSlot(text: box))
        let child = try #require(try town.access("marie.dupont").child(slot.child))
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        try await staff.get("agents/listes?activite=mercredis&jour=2026-12-02")
        #expect(staff.page.contains("\(child.lastName) \(child.firstName)"))
        try await staff.get("agents/courriels")
        #expect(staff.page.contains("votre demande"))
    }

    @Test func `the mail that answers a request is written from it, and no longer names a child that was kept from its reader since`() async throws {
        let town = try await TestTown()
        let browser = try await signedIn(town)
        try await browser.get("reservations?mois=2026-12")
        let box = try #require(browser.values("r").first { $0.hasSuffix("2026-12-02") && !ticked(browser).contains($0) })
        _ = try await recap(browser, toggling: box)
        _ = try await confirm(browser)
        let access = try town.access("marie.dupont")
        let slot = try #require(BookingSlot(text: box))
        let child = try #require(access.child(slot.child))
        let line = "mercredi 2 décembre 2026, \(child.firstName), "
        let letter = try #require(try await OutboxService(town.portal).claimDue(limit: 100).last).mail
        #expect(letter.letter.contains(line) && letter.letter.contains("https://famille.example/bondoufle/demandes/"))
        #expect(letter.subject.contains("votre demande n°") && letter.recipient == access.adult.email)
        #expect(try town.portal.database.read { try $0.first("SELECT max(length(body)) FROM outbox WHERE request_id > 0") { try $0[0] as Int } } == 0)
        try await browser.get("messages")
        #expect(browser.page.contains(line))
        try await town.portal.database.write { transaction in
            let relation = ChildRelation(kinship: .parent, standing: .none, rights: [])
            try ChildRelationStore(transaction).put(relation, of: access.adult.id, to: slot.child)
        }
        #expect(try OutboxService(town.portal).messages(to: access.account).first?.mail.body.contains(line) == false)
    }
}
