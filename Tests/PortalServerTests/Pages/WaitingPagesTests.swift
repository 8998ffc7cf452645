import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

/// The lines of full days as browsers meet them: families join, are offered places and answer; the staff arrange, book and answer.
@Suite struct WaitingPagesTests {
    /// What two parents want: a Wednesday whose group is full but for the place of the first.
    private struct Stage {
        let town: TestTown
        let catalogue: PortalCatalogue
        let date: CivilDate
        let first: Wish
        let second: Wish

        struct Wish {
            let login: String
            let access: HouseholdAccess
            let slot: BookingSlot
        }
    }

    /// Two children of one group who have nothing on a Wednesday, and a capacity that the first fills.
    private func stage() async throws -> Stage {
        let town = try await TestTown()
        let catalogue = try #require(try town.portal.database.read { try PortalCatalogueStore($0).load() })
        let activity = try #require(catalogue.activity(code: "mercredis"))
        let date = try #require(CivilDate(iso: "2026-12-16"))
        let unit = try #require(activity.units.first)
        try await town.portal.database.write { transaction in
            try transaction.execute("DELETE FROM bookings WHERE day = $1", date)
            try transaction.execute("DELETE FROM place_counters WHERE day = $1", date)
        }
        var wishes: [Identifier<ActivityGroup>: [Stage.Wish]] = [:]
        for login in try town.portal.database.read({ try $0.query("SELECT login FROM accounts ORDER BY id") { try $0[0] as String } }) {
            let access = try town.access(login)
            let known = wishes.values.joined().flatMap { $0.access.children.map(\.id) }
            for child in access.children where !known.contains(child.id) {
                let enrolments = try town.portal.database.read { try EnrolmentStore($0).enrolments(of: child.id) }
                guard let group = enrolments.first(where: { $0.activity == activity.id })?.group else { continue }
                let slot = BookingSlot(child: child.id, unit: unit.id, date: date)
                // The day of a child of two homes may be the other one's to book.
                let review = try BookingService(town.portal, catalogue).review([BookingChange(.add, slot)], by: access)
                guard review.accepted.count == 1 else { continue }
                wishes[group, default: []].append(Stage.Wish(login: login, access: access, slot: slot))
                break
            }
        }
        let (group, pair) = try #require(wishes.first { $0.value.count >= 2 })
        try await town.portal.database.write { transaction in
            try transaction.execute("UPDATE groups SET capacity = 1 WHERE id = $1", group)
            try PortalCatalogueStore(transaction).noteChange()
        }
        let stage = Stage(town: town, catalogue: catalogue, date: date, first: pair[0], second: pair[1])
        let key = try #require(IdempotencyKey("premier-arrive-0001"))
        let offered = try #require(try town.portal.database.read { try PortalCatalogueStore($0).load() })
        try await BookingService(town.portal, offered).confirm([BookingChange(.add, pair[0].slot)], key: key, by: pair[0].access)
        return stage
    }

    private func confirm(_ browser: TestBrowser) async throws {
        let changes = browser.values("changement").map { ("changement", $0) }
        #expect(try await browser.post("reservations/confirmation", [("cle", try #require(browser.hidden("cle")))] + changes) == .seeOther)
        try await browser.follow()
    }

    @Test func `a full day is waited for, a place frees, is offered and accepted`() async throws {
        let stage = try await stage()
        let browser = TestBrowser(stage.town)
        try await browser.signIn(stage.second.login)
        try await browser.get("reservations?mois=2026-12")
        #expect(browser.page.contains("liste d'attente"))
        let vu = try #require(browser.hidden("vu"))
        let ticked = BookingChange(.add, stage.second.slot)
        _ = vu
        #expect(try await browser.post("reservations/recapitulatif", [("changement", ticked.text)]) == .ok)
        #expect(browser.page.contains("Liste d'attente, rang 1"))
        try await confirm(browser)
        #expect(browser.page.contains("rang 1"))
        try await browser.get("liste-attente")
        #expect(browser.page.contains("Ne plus attendre"))
        // The place frees: the first parent gives it back.
        let other = TestBrowser(stage.town)
        try await other.signIn(stage.first.login)
        try await other.get("reservations?mois=2026-12")
        #expect(try await other.post("reservations/recapitulatif", [("changement", BookingChange(.cancel, stage.first.slot).text)]) == .ok)
        try await confirm(other)
        let letters = try await OutboxService(stage.town.portal).claimDue(limit: 100).map(\.mail)
        #expect(letters.contains { $0.body.contains("une place vous est proposée") && $0.body.contains("/bondoufle/liste-attente") })
        try await browser.get("accueil")
        #expect(browser.page.contains("Une place vous est proposée"))
        try await browser.get("liste-attente")
        let form = [("cle", try #require(browser.hidden("cle"))), ("place", try #require(browser.hidden("place"))), ("faire", "accepter")]
        #expect(try await browser.post("liste-attente", form) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Réservé"))
        #expect(try await browser.post("liste-attente", form) == .seeOther)
        try await browser.get("liste-attente")
        #expect(browser.page.contains("Vous n'attendez aucune place"))
    }

    @Test func `nobody answers for a stranger's child`() async throws {
        let stage = try await stage()
        let stranger = TestBrowser(stage.town)
        try await stranger.signIn(stage.second.login)
        try await stranger.get("liste-attente")
        let fields = [("cle", "inconnu-0123456789"), ("place", stage.first.slot.text)]
        #expect(try await stranger.post("liste-attente", fields + [("faire", "laisser")]) == .seeOther)
        try await stranger.follow()
        #expect(stranger.page.contains("Cet enfant ne fait pas partie de votre foyer"))
        #expect(try await stranger.post("liste-attente", fields + [("faire", "tout")]) == .badRequest)
        let booked = try stage.town.portal.database.read {
            try $0.first("SELECT 1 FROM bookings WHERE child_id = $1 AND day = $2", stage.first.slot.child, stage.date) { try $0[0] as Int }
        }
        #expect(booked == 1)
    }

    @Test func `the staff arrange a line, and book for a family over capacity with a reason`() async throws {
        let stage = try await stage()
        let second = stage.second
        let key = try #require(IdempotencyKey("second-arrive-0001"))
        let catalogue = try #require(try stage.town.portal.database.read { try PortalCatalogueStore($0).load() })
        try await BookingService(stage.town.portal, catalogue).confirm([BookingChange(.add, second.slot)], key: key, by: second.access)
        let desk = TestBrowser(stage.town)
        try await desk.signInStaff("guichet")
        try await desk.get("agents/attente")
        #expect(desk.page.contains("agents/attente/mercredis/2026-12-16"))
        let address = "agents/attente/mercredis/2026-12-16"
        try await desk.get(address)
        #expect(desk.page.contains("Rang 1"))
        #expect(try await desk.post(address, [("place", second.slot.text), ("faire", "proposer")]) == .unprocessableContent)
        let reason = ("motif-\(second.slot.text)", "Urgence")
        #expect(try await desk.post(address, [("place", second.slot.text), ("faire", "proposer"), reason]) == .unprocessableContent)
        #expect(desk.page.contains("Aucune place n'est libre"))
        #expect(try await desk.post(address, [("place", second.slot.text), ("faire", "retirer"), reason]) == .seeOther)
        // Over capacity, from the family's page.
        let household = second.access.families[0].household.id.rawValue
        try await desk.get("agents/foyers/\(household)/reservations?mois=2026-12")
        #expect(desk.response.status == .ok)
        let change = ("changement", BookingChange(.add, second.slot).text)
        #expect(try await desk.post("agents/foyers/\(household)/reservations/recapitulatif", [change]) == .ok)
        #expect(desk.page.contains("Réserver au-delà de la capacité"))
        let confirmation = [change, ("cle", try #require(desk.hidden("cle"))), ("depassement", "oui")]
        #expect(try await desk.post("agents/foyers/\(household)/reservations/confirmation", confirmation) == .unprocessableContent)
        #expect(try await desk.post("agents/foyers/\(household)/reservations/confirmation", confirmation + [("motif", "Urgence")]) == .seeOther)
        let parent = TestBrowser(stage.town)
        try await parent.signIn(second.login)
        try await parent.get("demandes")
        #expect(parent.page.contains("Fait par le service"))
        let reader = TestBrowser(stage.town)
        try await reader.signInStaff("lecture")
        #expect(try await reader.get("agents/foyers/\(household)/reservations") != .ok)
    }
}
