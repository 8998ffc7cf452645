import PortalCore
import Testing

@testable import PortalServer

@Suite struct PlacesPagesTests {
    private let page = "agents/places?activite=mercredis&mois=2026-12"

    @Test func `staff change the places of a day, and the next family is told that it is full`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signInStaff("guichet")
        #expect(try await browser.get(page) == .ok)
        #expect(browser.page.contains("Places prises sur places ouvertes"))
        let wednesdays = try #require(try town.portalSite.catalogue().activity(code: "mercredis"))
        let (group, counter) = (try #require(wednesdays.groups.first), try #require(wednesdays.counters.first))
        let place = [("groupe", String(group.id.rawValue)), ("compteur", String(counter.id.rawValue)), ("du", "2026-12-02")]
        #expect(try await browser.post(page, place + [("au", "2026-12-01"), ("places", "beaucoup")]) == .unprocessableContent)
        for field in ["au", "places"] { #expect(browser.page.contains("champ-\(field)-erreur"), "\(field)") }
        #expect(browser.page.contains("value=\"beaucoup\""))
        #expect(try await browser.post(page, place + [("places", "0"), ("malgre", "oui")]) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("réglé") && browser.page.contains("/ 0"))
        let december = try #require(Month(iso: "2026-12"))
        let counts = try CapacityService(town.portal, town.portalSite.catalogue()).counts(of: december, in: wednesdays)
        #expect(counts.values.contains { $0.capacity == 0 })
        #expect(try await browser.get("agents/places?activite=inconnue") == .notFound)
        try await browser.signInStaff("lecture")
        #expect(try await browser.get(page) == .forbidden)
    }
}
