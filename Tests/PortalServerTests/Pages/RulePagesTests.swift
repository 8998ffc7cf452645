import PortalCore
import Testing

@testable import PortalServer

@Suite struct RulePagesTests {
    private let draft = [
        ("reservation", "J-3 12:00"), ("annulation", ""), ("ajout-hors-delai", "refus"), ("annulation-hors-delai", "absence"),
    ]

    @Test func `an administrator tries a rule, publishes it, and takes it back`() async throws {
        let town = try await TestTown()
        let browser = TestBrowser(town)
        try await browser.signInStaff("admin")
        #expect(try await browser.get("agents/regles") == .ok)
        #expect(browser.page.contains("au plus tard 7 jours avant, à 23\u{A0}h\u{A0}59 (J-7)") || browser.page.contains("(J-7)"))
        let trial = "agents/regles/mercredis?mois=2026-12&reservation=J-3%2012:00&ajout-hors-delai=refus&annulation-hors-delai=absence"
        #expect(try await browser.get(trial) == .ok)
        #expect(browser.page.contains("3 jours changent") && browser.page.contains("rejouées"))

        let days = [("du", "2026-12-09"), ("au", ""), ("source", "Règlement du 9 décembre"), ("mois", "2026-12")]
        #expect(try await browser.post("agents/regles/mercredis/publication", draft + days) == .seeOther)
        try await browser.follow()
        #expect(browser.page.contains("La règle est publiée") && browser.page.contains("Règlement du 9 décembre"))
        let wednesdays = try #require(try town.portalSite.catalogue().activity(code: "mercredis"))
        let (before, after) = (try #require(CivilDate(iso: "2026-12-02")), try #require(CivilDate(iso: "2026-12-09")))
        #expect(wednesdays.rules(on: before).adding.notation == "J-7" && wednesdays.rules(on: after).adding.notation == "J-3 12:00")

        #expect(try await browser.post("agents/regles/mercredis/retrait", [("du", "2026-12-09")]) == .seeOther)
        #expect(try await browser.follow() == .ok)
        #expect(try town.portalSite.catalogue().activity(code: "mercredis")?.datedRules.isEmpty == true)
        #expect(try await browser.post("agents/regles/mercredis/retrait", [("du", "2026-12-09")]) == .notFound)
        try await browser.get("agents/journal?acte=rules.published")
        #expect(browser.page.contains("Délais publiés") && browser.page.contains("J-3 12:00"))
    }

    @Test func `what was typed comes back with what is wrong in it`() async throws {
        let browser = TestBrowser(try await TestTown())
        try await browser.signInStaff("admin")
        #expect(try await browser.get("agents/regles/mercredis?reservation=J-x&ajout-hors-delai=refus") == .unprocessableContent)
        #expect(browser.page.contains("champ-reservation-erreur") && browser.page.contains("value=\"J-x\""))
        #expect(browser.page.contains("champ-annulation-hors-delai-erreur"))
        let days = [("du", "2026-11-01"), ("au", "2026-10-01"), ("source", "")]
        #expect(try await browser.post("agents/regles/mercredis/publication", draft + days) == .unprocessableContent)
        for field in ["du", "au", "source"] { #expect(browser.page.contains("champ-\(field)-erreur"), "\(field)") }
        #expect(browser.page.contains("value=\"J-3 12:00\""))
        #expect(try await browser.get("agents/regles/inconnue") == .notFound)
    }
}
