import HTMLTemplates
import PortalCore
import Testing

@testable import PortalServer

/// A week put on many by the service desk, as a browser without script meets it.
@Suite struct DeskPatternPagesTests {
    private struct Stage {
        let town: TestTown
        let family: HouseholdAccess
        let choice: WeeklyPattern.Choice

        var household: Identifier<Household> { family.families[0].household.id }
        var path: String { "agents/foyers/\(household.rawValue)/reservations" }
    }

    /// Marie Dupont's family, and a Wednesday of a child of hers.
    private func stage() async throws -> Stage {
        let town = try await TestTown()
        let family = try town.access("marie.dupont")
        let sheet = try #require(try DeskBookingService(town.portal, town.portalSite.catalogue()).patternSheet(of: family.families[0].household.id))
        let child = try #require(sheet.children.first)
        let part = try #require(child.parts.first { $0.weekdays.contains(.wednesday) })
        return Stage(
            town: town,
            family: family,
            choice: WeeklyPattern.Choice(child: child.child, unit: try #require(part.units.first).id, weekday: .wednesday)
        )
    }

    private func fields(_ choice: WeeklyPattern.Choice, from first: String = "2026-11-20", through last: String = "2026-12-18") -> [(String, String)]
    {
        [("semaine", choice.text), ("faire", "ajout"), ("semaines", ""), ("periode", "dates"), ("du", first), ("au", last)]
    }

    private func bookings(_ stage: Stage) throws -> Int {
        try stage.town.portal.database.read { transaction in
            try transaction.first(
                "SELECT count(*) FROM bookings WHERE child_id = $1 AND unit_id = $2 AND day >= $3",
                stage.choice.child,
                stage.choice.unit,
                stage.town.clock.today,
                decode: { try $0[0] as Int }
            ) ?? 0
        }
    }

    @Test func `the desk fills several weeks, reads what passes the family's limit, gives a reason and saves, and the family is told`() async throws {
        let stage = try await stage()
        let desk = TestBrowser(stage.town)
        try await desk.signInStaff("guichet")
        try await desk.get(stage.path)
        #expect(desk.page.contains("Remplir plusieurs semaines") && desk.page.contains("Copier octobre"))
        #expect(try await desk.get("\(stage.path)/remplir") == .ok)
        #expect(desk.page.contains("value=\"\(stage.choice.text)\""))
        #expect(try await desk.post("\(stage.path)/recapitulatif", [("periode", "dates")]) == .unprocessableContent)
        #expect(desk.page.contains("Cochez au moins un jour de la semaine."))
        #expect(try await desk.post("\(stage.path)/recapitulatif", fields(stage.choice)) == .ok)
        #expect(desk.page.contains("hors délai") && desk.page.contains("Délai dépassé"))
        let (key, changes) = (try #require(desk.hidden("cle")), desk.values("changement").map { ("changement", $0) })
        // Back to the pattern as it was filled in.
        #expect(try await desk.post("\(stage.path)/remplir", fields(stage.choice)) == .ok)
        #expect(desk.page.contains("value=\"\(stage.choice.text)\" checked"))
        let before = try bookings(stage)
        let confirmation = [("cle", key)] + changes + fields(stage.choice)
        #expect(try await desk.post("\(stage.path)/confirmation", confirmation) == .unprocessableContent)
        #expect(desk.page.contains("la famille le lit") && desk.page.contains("formaction=\"/bondoufle/\(stage.path)/remplir\""))
        #expect(try bookings(stage) == before)
        let reason = [("motif", "Vu au guichet"), ("depassement", "oui")]
        let token = desk.hidden("jeton")
        #expect(try await desk.post("\(stage.path)/confirmation", confirmation + reason, token: token) == .seeOther)
        let after = try bookings(stage)
        #expect(after > before)
        #expect(try await desk.post("\(stage.path)/confirmation", confirmation + reason, token: token) == .seeOther)
        #expect(try bookings(stage) == after)
        let admin = TestBrowser(stage.town)
        try await admin.signInStaff("admin")
        try await admin.get("agents/journal?acte=bookings.changedByStaff")
        #expect(admin.page.contains("Vu au guichet"))
        let parent = TestBrowser(stage.town)
        try await parent.signIn("marie.dupont")
        try await parent.get("demandes")
        #expect(parent.page.contains("Fait par le service"))
    }

    @Test func `the days that are unticked in the recap stay as they are`() async throws {
        let stage = try await stage()
        let desk = TestBrowser(stage.town)
        try await desk.signInStaff("guichet")
        try await desk.get("\(stage.path)/remplir")
        try await desk.post("\(stage.path)/recapitulatif", fields(stage.choice))
        let (changes, days) = (desk.values("changement").map { ("changement", $0) }, desk.values("jour"))
        let (key, before) = (try #require(desk.hidden("cle")), try bookings(stage))
        let rest = [("motif", "Vu au guichet"), ("depassement", "oui"), ("jours", "choisis")]
        #expect(try await desk.post("\(stage.path)/confirmation", [("cle", key)] + changes + rest) == .seeOther)
        #expect(try bookings(stage) == before)
        let day = try #require(days.last)
        try await desk.get("\(stage.path)/remplir")
        #expect(try await desk.post("\(stage.path)/confirmation", [("cle", key)] + changes + rest + [("jour", day)]) == .seeOther)
        #expect(try bookings(stage) == before + 1)
    }

    @Test func `no role books for a child of another family through the family at hand, and who may not book sees none of it`() async throws {
        let stage = try await stage()
        let stranger = try stage.town.access(stage.town.stranger(to: "marie.dupont"))
        let choice = WeeklyPattern.Choice(child: try #require(stranger.children.first).id, unit: stage.choice.unit, weekday: .wednesday)
        for (login, may) in [
            ("admin", true), ("guichet", true), ("structure", false), ("regie", false), ("lecture", false), ("assistance", false),
        ] {
            let staff = TestBrowser(stage.town)
            try await staff.signInStaff(login)
            let first = try #require(stranger.children.first)
            #expect(try await staff.get("\(stage.path)/remplir") == (may ? .ok : .forbidden), "\(login)")
            #expect(!staff.page.contains("semaine\" value=\"\(first.id.rawValue)."), "\(login)")
            if !may { try await staff.get("agents/accueil") }
            let recap = try await staff.post("\(stage.path)/recapitulatif", fields(choice, from: "2026-12-07"))
            #expect(recap == (may ? .ok : .forbidden), "\(login)")
            #expect(staff.page.contains("Cet enfant ne fait pas partie") == may, "\(login)")
            #expect(staff.values("changement").isEmpty, "\(login)")
            let again = try await staff.post("\(stage.path)/remplir", fields(choice))
            #expect(again == (may ? .ok : .forbidden), "\(login)")
            let copied = try await staff.post("\(stage.path)?mois=2026-12", [("faire", "copier")])
            #expect(copied == (may ? .ok : .forbidden), "\(login)")
        }
        let parent = TestBrowser(stage.town)
        try await parent.signIn("marie.dupont")
        #expect(try await parent.get("\(stage.path)/remplir") != .ok)
    }

    @Test func `the month before is copied into the family's boxes, and nothing is saved before the recap`() async throws {
        let stage = try await stage()
        let desk = TestBrowser(stage.town)
        try await desk.signInStaff("guichet")
        try await desk.get("\(stage.path)?mois=2026-12")
        let ticked = { desk.page.ranges(of: "checked").count }
        let before = ticked()
        let boxes = desk.values("r").map { ("r", $0) }
        let seen = try #require(desk.hidden("vu"))
        #expect(try await desk.post("\(stage.path)?mois=2026-12", [("vu", seen), ("faire", "vider")] + boxes) == .ok)
        #expect(ticked() < before)
        #expect(try await desk.post("\(stage.path)?mois=2026-12", [("vu", "2026-13"), ("faire", "copier")]) == .badRequest)
    }
}
