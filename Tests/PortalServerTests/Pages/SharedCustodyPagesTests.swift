import PortalCore
import Testing

@testable import PortalServer

@Suite struct SharedCustodyPagesTests {
    /// The first child of Marie lives with a stranger's household every other week.
    private func town() async throws -> (TestTown, mine: HouseholdAccess, theirs: HouseholdAccess, child: Child, stranger: String) {
        let town = try await TestTown()
        let stranger = try town.stranger(to: "marie.dupont")
        let (mine, theirs) = (try town.access("marie.dupont"), try town.access(stranger))
        let child = try #require(mine.children.first)
        let homes = (try #require(mine.families.first).household.id, try #require(theirs.families.first).household.id)
        try await town.portal.database.write { transaction in
            try HouseholdStore(transaction).add(child.id, to: homes.1, custody: .alternate)
            let calendar = CustodyCalendar(evenWeeks: homes.0, oddWeeks: homes.1, changeDay: .friday, firstHalfInEvenYears: homes.0)
            try CustodyStore(transaction).put(calendar, of: child.id)
        }
        return (town, mine, theirs, child, stranger)
    }

    @Test func `both parents see whose each day is, swap days, and learn nothing of the other home`() async throws {
        let (town, mine, theirs, child, stranger) = try await town()
        let page = "enfants/\(child.id.rawValue)/garde"
        let (marie, other) = (TestBrowser(town), TestBrowser(town))
        try await marie.signIn("marie.dupont")
        #expect(try await marie.get("\(page)?mois=2026-12") == .ok)
        #expect(marie.page.contains("Décembre 2026") && marie.page.contains("à l'autre foyer") && marie.page.contains("Vacances d'une semaine"))
        #expect(!marie.page.contains(theirs.adult.address.street) && !marie.page.contains(theirs.adult.email?.text ?? "?"))
        #expect(
            try await marie.post(page, [("acte", "demander"), ("du", "2026-12-03"), ("au", "2026-12-01"), ("chez", "moi")]) == .unprocessableContent
        )
        #expect(marie.page.contains("value=\"2026-12-03\""))
        #expect(try await marie.post(page, [("acte", "demander"), ("du", "2026-12-03"), ("au", "2026-12-04"), ("chez", "moi")]) == .seeOther)
        try await other.signIn(stranger)
        try await other.get(page)
        #expect(other.page.contains(mine.adult.fullName) && !other.page.contains(mine.adult.address.street))
        let wish = try #require(other.hidden("echange"))
        #expect(try await other.post(page, [("acte", "accepté"), ("echange", wish)]) == .seeOther)
        try await other.follow()
        #expect(other.page.contains("Accepté"))
        let letters = try OutboxService(town.portal).messages().filter { $0.mail.subject.contains("échange de garde") }
        #expect(letters.count == 2 && letters.allSatisfy { !$0.mail.body.contains(mine.adult.address.street) })
        // The other home's requests, absences and income are nobody else's.
        let household = try #require(theirs.families.first).household.id.rawValue
        for path in ["foyers/\(household)/quotient", "foyers/\(household)/verification", "foyers/\(household)/situation"] {
            #expect(try await marie.get(path) == .notFound)
        }
    }

    @Test func `the staff answer where the homes do not agree`() async throws {
        let (town, mine, _, child, _) = try await town()
        let marie = TestBrowser(town)
        try await marie.signIn("marie.dupont")
        let page = "enfants/\(child.id.rawValue)/garde"
        try await marie.get(page)
        try await marie.post(page, [("acte", "demander"), ("du", "2026-12-03"), ("au", "2026-12-04"), ("chez", "autre"), ("message", "Voyage")])
        let staff = TestBrowser(town)
        try await staff.signInStaff("guichet")
        try await staff.get("agents/modifications")
        #expect(staff.page.contains("Échanges de garde") && staff.page.contains(child.fullName))
        let desk = "agents/foyers/\(try #require(mine.families.first).household.id.rawValue)/garde/\(child.id.rawValue)"
        #expect(try await staff.get(desk) == .ok)
        #expect(staff.page.contains("Voyage"))
        let wish = try #require(staff.hidden("echange"))
        #expect(try await staff.post(desk, [("acte", "accepté"), ("echange", wish)]) == .seeOther)
        try await staff.get(desk)
        #expect(try await staff.post(desk, [("acte", "refusé"), ("echange", wish)]) == .notFound)
        try await marie.get(page)
        #expect(marie.page.contains("Accepté"))
    }
}
