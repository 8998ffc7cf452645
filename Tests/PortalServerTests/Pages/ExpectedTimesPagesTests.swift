import PortalCore
import Testing

@testable import PortalServer

@Suite struct ExpectedTimesPagesTests {
    /// A child of Marie's with a morning that is booked for the next days.
    private func morning(_ town: TestTown) throws -> (child: Child, slot: BookingSlot) {
        let access = try town.access("marie.dupont")
        let unit = try #require(try town.portalSite.catalogue().activity(code: "periscolaire")?.units.first { $0.code == "matin" })
        for child in access.children {
            let bookings = try town.portal.database.read {
                try BookingStore($0).bookings(of: child.id, from: town.clock.today, through: town.clock.today.adding(days: 20))
            }
            if let booking = bookings.first(where: { $0.slot.unit == unit.id && $0.state == .reserved }) { return (child, booking.slot) }
        }
        throw TestTown.Missing()
    }

    @Test func `a parent says the usual hour, then another one of one day, and the staff read both`() async throws {
        let town = try await TestTown()
        let (child, slot) = try morning(town)
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        try await browser.get("reservations")
        let page = "enfants/\(child.id.rawValue)/heures/periscolaire"
        #expect(browser.page.contains("Heures habituelles") && browser.page.contains("/\(page)\""))
        #expect(try await browser.get(page) == .ok)
        #expect(try await browser.post(page, [("arrivee-matin", "07:30"), ("depart-soir", "20:00")]) == .unprocessableContent)
        #expect(browser.page.contains("champ-depart-soir-erreur") && browser.page.contains("value=\"07:30\" selected"))
        #expect(try await browser.post(page, [("arrivee-matin", "07:30"), ("depart-soir", "17:30")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Matin\u{A0}: attendu à 7\u{A0}h\u{A0}30"))
        let day = "enfants/\(child.id.rawValue)/heures/\(slot.unit.rawValue)/\(slot.date.iso)"
        #expect(browser.page.contains("/\(day)\""))
        #expect(try await browser.get(day) == .ok)
        #expect(browser.page.contains("Comme d'habitude (7\u{A0}h\u{A0}30)"))
        #expect(try await browser.post(day, [("arrivee-matin", "08:30")]) == .unprocessableContent)
        #expect(try await browser.post(day, [("arrivee-matin", "08:15")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Ce jour seulement") && browser.page.contains("attendu à 8\u{A0}h\u{A0}15"))
        try await browser.get("reservations")
        #expect(browser.page.contains("attendu à 8\u{A0}h\u{A0}15"))

        try await browser.signInStaff("guichet")
        try await browser.get("agents/pointage?activite=periscolaire&unite=matin&jour=\(slot.date.iso)")
        #expect(browser.page.contains("Attendu à 8\u{A0}h\u{A0}15"))
        try await browser.get("agents/listes?activite=periscolaire&jour=\(slot.date.iso)")
        #expect(browser.page.contains("attendu à 8\u{A0}h\u{A0}15"))
        let household = try #require(try town.access("marie.dupont").families.first).household.id.rawValue
        try await browser.get("agents/foyers/\(household)")
        let desk = "agents/foyers/\(household)/heures/\(child.id.rawValue)"
        #expect(browser.page.contains("/\(desk)/periscolaire\""))
        #expect(try await browser.get("\(desk)/periscolaire") == .ok)
        #expect(try await browser.post("\(desk)/\(slot.unit.rawValue)/\(slot.date.iso)", [("arrivee-matin", "07:00")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("attendu à 7\u{A0}h\u{A0}00"))
        try await browser.signInStaff("admin")
        try await browser.get("agents/journal?acte=booking.timesSet")
        #expect(browser.page.contains("Heures d'un jour réservé modifiées"))
    }

    @Test func `a stranger's child has no hours, and a day that is over says why`() async throws {
        let town = try await TestTown()
        let (child, slot) = try morning(town)
        let hours = "enfants/\(child.id.rawValue)/heures"
        let pages = ["\(hours)/periscolaire", "\(hours)/\(slot.unit.rawValue)/\(slot.date.iso)"]
        let stranger = TestBrowser(town)
        try await stranger.signIn(try town.stranger(to: "marie.dupont"))
        try await stranger.get("accueil")
        let token = stranger.hidden("jeton")
        for page in pages {
            #expect(try await stranger.get(page) == .notFound)
            #expect(try await stranger.post(page, [("arrivee-matin", "07:30")], token: token) == .notFound)
        }
        let browser = TestBrowser(town)
        try await browser.signIn("marie.dupont")
        #expect(try await browser.get("\(hours)/mercredis") == .notFound)
        town.clock.move(to: ParisTime.instant(slot.date.adding(days: 1), at: .noon))
        try await browser.signIn("marie.dupont")
        #expect(try await browser.get(pages[1]) == .ok)
        #expect(try await browser.post(pages[1], [("arrivee-matin", "07:30")]) == .unprocessableContent)
        #expect(browser.page.contains("est passé") && !browser.page.contains("Enregistrer pour ce jour"))
    }

    @Test func `an administrator asks for a time, and the file that is exported says so`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signInStaff("admin")
        let page = "agents/activites/mercredis"
        try await browser.get(page)
        #expect(browser.page.contains("Heures demandées aux familles"))
        let form = [("reglage", "heures"), ("heures-unite", "journee"), ("heures-depart", "30")]
        #expect(try await browser.post("\(page)/apercu", form + [("heures-arrivee", "7")]) == .unprocessableContent)
        #expect(browser.page.contains("champ-heures-arrivee-erreur"))
        #expect(try await browser.post("\(page)/apercu", form) == .ok)
        #expect(browser.page.contains("Départ toutes les 30 min."))
        #expect(try await browser.post("\(page)/changement", form) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Départ toutes les 30 min"))
        let definition = try #require(try PortalDefinitionService(town.portal).definition())
        #expect(definition.yaml.contains("compteurs: [matin, apres-midi]\n        heure de départ: toutes les 30 min\n"))
    }
}
