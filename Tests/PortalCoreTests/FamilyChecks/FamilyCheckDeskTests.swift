import Testing

@testable import PortalCore

@Suite struct FamilyCheckDeskTests {
    /// Three families with a child enrolled: two adults with accounts in the first.
    private func town() async throws -> (town: BookingTown, first: HouseholdAccess, second: HouseholdAccess) {
        let town = try await BookingTown.open()
        let first = try await town.family("dupont", children: ["Léa"])
        let second = try await town.family("petit", children: ["Tom"])
        // A family without account is listed, and cannot be written to.
        try await town.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO portal (id, slug, name, short_name, tagline, accent, school_zone, alsace_moselle, website, portal_name)
                VALUES (1, 'essai', 'Ville d''Essai', 'Essai', '', '#1D6F8A', 'B', 0, NULL, 'Espace familles')
                """
            )
            let store = HouseholdStore(transaction)
            let address = first.adult.address
            let household = try store.insertHousehold(name: "SANS COMPTE", address: address, at: Instant(seconds: 0))
            let child = try store.insertChild(firstName: "Ana", lastName: "Roy", birthDay: try day("2019-01-01"))
            try store.add(child, to: household, custody: .full)
            let group: (Identifier<Activity>, Identifier<ActivityGroup>)? = try transaction.first(
                "SELECT activity_id, id FROM groups ORDER BY id LIMIT 1"
            ) { (try $0[0], try $0[1]) }
            let (activity, place) = try #require(group)
            let days = SchoolYear(startYear: 2026)
            try EnrolmentStore(transaction).insert(
                Enrolment(child: child, activity: activity, group: place, firstDay: days.firstDay, lastDay: days.lastDay)
            )
        }
        return (town, first, second)
    }

    private func desk(_ town: BookingTown, at now: String, days: [MonthDay?] = []) throws -> FamilyCheckDesk {
        let portal = try town.portal(at: now)
        var settings = try #require(try town.database.read { try PortalCatalogueStore($0).load() }).settings
        settings.checkReminders = days.compactMap(\.self)
        return FamilyCheckDesk(portal, settings)
    }

    private func letters(_ town: BookingTown, to access: HouseholdAccess) throws -> Int {
        try town.database.read { try OutboxStore($0).messages(to: access.account, limit: 50) }.count
    }

    @Test func `who has certified, who has not, and what is stale`() async throws {
        let (town, first, second) = try await town()
        let portal = try town.portal(at: "2026-11-03T09:00:00+01:00")
        let household = try #require(first.families.first).household.id
        try await FamilyCheckService(portal).certify(household, by: first.account)
        #expect(try FamilyCheckService(portal).unchecked(for: first).isEmpty && FamilyCheckService(portal).unchecked(for: second).count == 1)
        let lines = try desk(town, at: "2026-11-03T09:00:00+01:00").lines()
        #expect(lines.map(\.name) == ["SANS COMPTE", "dupont", "petit"])
        #expect(lines.map { $0.check?.by } == [nil, "Marie dupont", nil] && lines.map(\.isReachable) == [false, true, true])
        // No adult has a telephone number, and no sheet is filled in.
        #expect(lines.first { $0.name == "petit" }?.stale == [.coordinates, .sheet])
        // In August the check is of the year that begins, and the class is last year's.
        let later = try desk(town, at: "2027-08-10T09:00:00+02:00")
        #expect(later.year == 2027)
        #expect(try later.lines().first { $0.name == "dupont" }.map { $0.check == nil && $0.stale.contains(.school) } == true)
        let filters: [(FamilyCheckFilter, Int)] = [
            (FamilyCheckFilter(), 3), (FamilyCheckFilter(state: .certified), 1), (FamilyCheckFilter(state: .missing), 2),
            (FamilyCheckFilter(section: .quotient), 0), (FamilyCheckFilter(state: .missing, section: .sheet), 2),
        ]
        for (filter, count) in filters { #expect(lines.count(where: filter.keeps) == count, "\(filter)") }
    }

    @Test func `on demand, those who have not certified are written to, and not again within days`() async throws {
        let (town, first, second) = try await town()
        let portal = try town.portal(at: "2026-11-03T09:00:00+01:00")
        try await FamilyCheckService(portal).certify(try #require(second.families.first).household.id, by: second.account)
        let login = try #require(Login("guichet"))
        let clerk = try await town.database.write {
            try StaffStore($0).insert(login: login, passwordHash: "", firstName: "Philippe", lastName: "Lemoine", role: .serviceDesk)
        }
        let steps = [("2026-11-03T09:00:00+01:00", 1, 1), ("2026-11-05T09:00:00+01:00", 0, 1), ("2026-11-06T10:00:00+01:00", 1, 2)]
        for (now, families, mails) in steps {
            #expect(try await desk(town, at: now).remind(by: clerk) { "https://exemple.fr/\($0.rawValue)" } == families, "\(now)")
            #expect(try letters(town, to: first) == mails && letters(town, to: second) == 0, "\(now)")
        }
        #expect(try town.count("SELECT count(*) FROM audit WHERE act = 'household.fileCheckReminded'") == 2)
        let mail = try #require(try OutboxService(portal).messages(to: first.account).first).mail
        #expect(mail.body.contains("2026-2027") && mail.body.contains("Fiche sanitaire") && mail.body.contains("https://exemple.fr/"))
    }

    @Test func `on the town's days, each adult once, from nine in the morning, and late when the server was down`() async throws {
        let (town, first, second) = try await town()
        let days = [MonthDay(month: 9, day: 15), MonthDay(month: 10, day: 15)]
        let steps: [(String, Int)] = [
            ("2026-09-14T12:00:00+02:00", 0), ("2026-09-15T08:59:00+02:00", 0), ("2026-09-15T09:00:00+02:00", 2),
            ("2026-09-15T09:05:00+02:00", 0), ("2026-09-20T09:00:00+02:00", 0), ("2026-09-30T09:00:00+02:00", 0),
            ("2026-10-19T10:00:00+02:00", 2), ("2026-11-15T10:00:00+01:00", 0),
        ]
        for (now, families) in steps {
            #expect(try await desk(town, at: now, days: days).remindDue { "https://exemple.fr/\($0.rawValue)" } == families, "\(now)")
        }
        #expect(try letters(town, to: first) == 2 && letters(town, to: second) == 2)
        // Who decides nothing is not asked to certify.
        let child = try #require(first.children.first).id
        try await town.put(.init(kinship: .stepParent, standing: .none, rights: [.sees]), of: first, to: child)
        #expect(try await desk(town, at: "2027-09-15T09:00:00+02:00", days: days).remindDue { _ in "" } == 0)
        #expect(try letters(town, to: first) == 2)
    }
}
