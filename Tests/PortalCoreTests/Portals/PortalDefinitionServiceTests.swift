import PortalCore
import Testing

struct PortalDefinitionServiceTests {
    private let clock = StoppedClock(ParisTime.instant(ExampleTowns.today, at: .noon))

    private func portal(_ slug: String) throws -> Portal {
        Portal(slug: slug, database: try temporaryDatabase(), clock: clock)
    }

    @Test func `what goes in comes out, for the five towns`() async throws {
        for slug in ExampleTowns.slugs {
            let service = PortalDefinitionService(try portal(slug))
            #expect(try service.definition() == nil)
            let town = try ExampleTowns.definition(slug)
            try await service.put(town)
            let exported = try #require(try service.definition())
            #expect(exported == town, "\(slug)")
            #expect(try ExampleTowns.read(exported.yaml) == town, "\(slug)")
            try await service.put(try ExampleTowns.read(exported.yaml))
            #expect(try service.definition()?.yaml == exported.yaml, "\(slug)")
        }
    }

    @Test func `importing again keeps the numbers of what keeps its code`() async throws {
        let portal = try portal("bondoufle")
        let service = PortalDefinitionService(portal)
        let town = try ExampleTowns.definition("bondoufle")
        try await service.put(town)
        let before = try #require(try portal.database.read { try PortalCatalogueStore($0).load() })
        try await service.put(try ExampleTowns.read(town.yaml.replacing("prix: 15,60", with: "prix: 16,00")))
        let after = try #require(try portal.database.read { try PortalCatalogueStore($0).load() })
        #expect(after.activities.map(\.id) == before.activities.map(\.id))
        #expect(after.activities.flatMap { $0.units.map(\.id) } == before.activities.flatMap { $0.units.map(\.id) })
        #expect(after.activities.flatMap { $0.groups.map(\.id) } == before.activities.flatMap { $0.groups.map(\.id) })
        let wednesdays = try #require(after.activity(code: "mercredis"))
        #expect(wednesdays.units.first?.price == Cents(1600))
        #expect(after.unit(wednesdays.units[0].id)?.activity.code == "mercredis")
        #expect(after.group(wednesdays.groups[0].id)?.group.capacity == 48)
        #expect(after.activity(wednesdays.id)?.code == "mercredis")
    }

    @Test func `an activity that nobody uses may go, one with enrolled children may not`() async throws {
        let portal = try portal("charost")
        let service = PortalDefinitionService(portal)
        let town = try ExampleTowns.definition("charost")
        try await service.put(town)
        let smaller = PortalDefinition(settings: town.settings, closures: [], activities: Array(town.activities.dropFirst()))
        try await enrolChild(in: "cantine", of: portal)
        await #expect(throws: DefinitionRefusal(message: "l'activité «\u{A0}Cantine\u{A0}» ne peut pas être retirée\u{A0}: 1 enfant y est inscrit")) {
            try await service.put(smaller)
        }
        #expect(try service.definition() == town)
        try await portal.database.write { try $0.execute("DELETE FROM enrolments") }
        try await service.put(smaller)
        #expect(try service.definition() == smaller)
    }

    @Test func `a group with enrolled children and a unit with bookings stay`() async throws {
        let portal = try portal("charost")
        let service = PortalDefinitionService(portal)
        let town = try ExampleTowns.definition("charost")
        try await service.put(town)
        try await enrolChild(in: "cantine", of: portal)
        let withoutGroup = try ExampleTowns.read(town.yaml.replacing("code: maternelle", with: "code: petits"))
        await #expect(throws: DefinitionRefusal.self) { try await service.put(withoutGroup) }
        try await portal.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO bookings (child_id, day, unit_id, group_id, household_id, state, price, surcharge)
                SELECT 1, 20000, id, 1, 1, 0, 0, 0 FROM units WHERE code = 'repas'
                """
            )
        }
        let withoutUnit = try ExampleTowns.read(town.yaml.replacing("code: repas", with: "code: dejeuner"))
        await #expect(throws: DefinitionRefusal.self) { try await service.put(withoutUnit) }
        #expect(try service.definition() == town)
    }

    @Test func `a file of another portal is refused, and each import is in the journal`() async throws {
        let portal = try portal("charost")
        let service = PortalDefinitionService(portal)
        await #expect(throws: DefinitionRefusal.self) { try await service.put(try ExampleTowns.definition("bondoufle")) }
        try await service.put(try ExampleTowns.definition("charost"))
        let entries = try portal.database.read { try AuditStore($0).entries(about: Identifier<Portal>(1)) }
        #expect(entries.map(\.act) == [.definitionImported])
        #expect(entries.first?.actor == .system)
        #expect(entries.first?.at == clock.now)
    }

    private func enrolChild(in code: String, of portal: Portal) async throws {
        try await portal.database.write { transaction in
            try transaction.execute(
                "INSERT INTO children (id, first_name, last_name, birth_day) VALUES (1, 'Zoé', 'Martin', 18000)"
            )
            try transaction.execute(
                """
                INSERT INTO enrolments (child_id, activity_id, group_id, first_day, last_day)
                SELECT 1, activities.id, min(groups.id), 20000, 21000
                FROM activities JOIN groups ON groups.activity_id = activities.id WHERE activities.code = $1 GROUP BY activities.id
                """,
                code
            )
        }
    }
}
