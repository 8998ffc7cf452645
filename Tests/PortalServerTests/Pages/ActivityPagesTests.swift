import PortalCore
import Testing

@testable import PortalServer

@Suite struct ActivityPagesTests {
    private let page = "agents/activites/mercredis"

    @Test func `an administrator poses a window after seeing what it touches, edits it and takes it back`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signInStaff("admin")
        #expect(try await browser.get("agents/activites") == .ok)
        #expect(browser.page.contains("Réserver") && browser.page.contains("/agents/activites/mercredis"))
        #expect(try await browser.get(page) == .ok)
        let window = [
            ("reglage", "fenetre"), ("fenetre-du", "2027-03-01"), ("fenetre-au", "2027-03-31"), ("fenetre-ouvre", "2027-01-11T08:00"),
            ("fenetre-residents", "2027-01-04T08:00"),
        ]
        #expect(try await browser.post("\(page)/apercu", window + [("fenetre-ferme", "2027-01-01T08:00")]) == .unprocessableContent)
        #expect(browser.page.contains("champ-fenetre-ferme-erreur") && browser.page.contains("value=\"2027-01-04T08:00\""))
        #expect(try await browser.post("\(page)/apercu", window) == .ok)
        #expect(browser.page.contains("Rien n'est encore changé") && browser.page.contains("Déjà réservé"))
        #expect(try town.portalSite.catalogue().activity(code: "mercredis")?.terms.windows.isEmpty == true)
        #expect(try await browser.post("\(page)/changement", window) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("Année scolaire 2026-2027") && browser.page.contains("Du 1er au 31 mars 2027"))
        try await browser.get("\(page)?fenetre=2027-03-01")
        #expect(browser.page.contains("value=\"2027-01-11T08:00\""))
        let removal = [("reglage", "retrait-fenetre"), ("jour", "2027-03-01")]
        #expect(try await browser.post("\(page)/apercu", removal) == .ok)
        #expect(try await browser.post("\(page)/changement", removal) == .seeOther)
        try await browser.get("agents/journal?acte=activity.windowSet")
        #expect(browser.page.contains("Fenêtre de réservation posée"))
        #expect(try await browser.get("agents/activites/inconnue") == .notFound)
        try await browser.signInStaff("guichet")
        #expect(try await browser.get(page) == .forbidden)
    }

    @Test func `places below what is booked are shown day by day, and kept only when confirmed`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signInStaff("admin")
        try await browser.get(page)
        let wednesdays = try #require(try town.portalSite.catalogue().activity(code: "mercredis"))
        let counts = try CapacityService(town.portal, town.portalSite.catalogue()).counts(of: try #require(Month(iso: "2026-12")), in: wednesdays)
        let (place, _) = try #require(counts.filter { $0.value.taken > 0 }.min { $0.key < $1.key })
        let booked = try town.portal.database.read { try $0.first("SELECT count(*) FROM bookings", decode: { try $0[0] as Int }) }
        let form = [
            ("reglage", "places"), ("places-groupe", String(place.group.rawValue)), ("places-compteur", String(place.counter.rawValue)),
            ("places-du", place.date.iso), ("places-nombre", "0"),
        ]
        #expect(try await browser.post("\(page)/apercu", form) == .ok)
        #expect(browser.page.contains("Jours avec plus d'enfants que de places") && browser.page.contains("Confirmer quand même"))
        #expect(try await browser.post("\(page)/changement", form) == .unprocessableContent)
        #expect(try await browser.post("\(page)/changement", form + [("places-malgre", "oui")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("0 places"))
        #expect(try town.portal.database.read { try $0.first("SELECT count(*) FROM bookings", decode: { try $0[0] as Int }) } == booked)
    }
}
