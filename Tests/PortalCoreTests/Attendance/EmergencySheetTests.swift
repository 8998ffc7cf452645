import Testing

@testable import PortalCore

struct EmergencySheetTests {
    private static let told = [
        "allergies": "Arachide", "pai": "oui", "pai-consignes": "Stylo dans le sac", "pai-fin": "2026-10-31", "medecin": "Dr Petit",
        "medecin-telephone": "01 60 00 00 01", "hopital": "oui", "aliment-porc": "oui",
    ]

    private func readings(_ town: ListedTown, of child: Child) throws -> [String] {
        try town.portal.database.read {
            try $0.query("SELECT detail FROM audit WHERE act = 'child.sheetRead' AND subject = $1", child.id) { try $0[0] as String }
        }
    }

    @Test func `whoever is there is on the sheet with whom to call and what its health asks for, and each reading is noted`() async throws {
        let town = try await ListedTown()
        try await town.tell(Self.told, of: town.tom)
        let reader = try await town.agent(.facilityLeader)
        let service = EmergencySheetService(town.portal, town.town.catalogue)
        let sheet = try #require(try await service.read(town.report(.emergency), by: reader))
        let entries = sheet.sections.flatMap(\.entries)
        #expect(sheet.health == .shown && entries.map(\.child.firstName) == ["Tom", "Zoé"] && entries.map(\.isUnexpected) == [false, true])
        #expect(entries[0].toCall == ["Marie Dupont (parent)"] && entries[1].toCall == ["Marie Martin (parent)"])
        let health = try #require(entries[0].health)
        #expect(health[.allergies] == "Arachide" && health.hospitalWords == "Autorisée" && !health.leavesAlone)
        #expect(health[.carePlan] == "PAI expiré\u{A0}; Stylo dans le sac" && health[.meals] == "sans porc" && health[.treatments] == nil)
        #expect(plainSpaces(health[.doctor] ?? "") == "Dr Petit ; 01 60 00 00 01")
        #expect(entries[1].health?.hospitalWords == "Fiche non remplie")
        #expect(try readings(town, of: town.tom) == ["fiche d'urgence mercredis@2026-11-04"])
        #expect(try readings(town, of: town.family.children[1]).isEmpty)
        #expect(try ChildSheetService(town.portal).readings(of: town.tom.id, for: town.family).map(\.by) == ["Awa Koné"])
        // The file says the same, and is a reading too.
        let table = try #require(try await ReportService(town.portal, town.town.catalogue).table(town.report(.emergency), for: reader))
        #expect(table.sections[0].rows[0].map(\.text).contains("Arachide") && table.columns.count == table.sections[0].rows[0].count)
        #expect(try readings(town, of: town.tom).count == 2)
    }

    @Test(arguments: [
        (StaffRole.reader, StaffScope.everywhere, "2026-11-04T09:00:00+01:00", EmergencySheet.Health.notForReader),
        (.facilityLeader, .everywhere, "2026-11-05T09:00:00+01:00", .dayOver),
    ])
    func `health is left out for who may not read sheets, and once the day is over`(
        role: StaffRole,
        scope: StaffScope,
        now: String,
        health: EmergencySheet.Health
    ) async throws {
        let town = try await ListedTown(at: now)
        try await town.tell(Self.told, of: town.tom)
        let reader = try await town.agent(role, scope)
        let sheet = try #require(try await EmergencySheetService(town.portal, town.town.catalogue).read(town.report(.emergency), by: reader))
        #expect(sheet.health == health && sheet.sections.flatMap(\.entries).allSatisfy { $0.health == nil && !$0.toCall.isEmpty })
        #expect(!sheet.table.columns.contains("Allergies") && sheet.table.columns.count == sheet.table.sections[0].rows[0].count)
        #expect(try readings(town, of: town.tom).isEmpty)
    }

    @Test func `a leader reads no sheet of another place`() async throws {
        let town = try await ListedTown()
        let reader = try await town.agent(.facilityLeader, .places(["Ailleurs"]))
        #expect(try await EmergencySheetService(town.portal, town.town.catalogue).read(town.report(.emergency), by: reader) == nil)
        #expect(try town.town.count("SELECT count(*) FROM audit WHERE act = 'child.sheetRead'") == 0)
    }

    @Test(arguments: [("2026-11-09", ["Zoé"]), ("2026-11-10", []), ("2026-11-11", []), ("2026-11-12", [])])
    func `a child under contract is on the sheet on the days on which it comes`(date: String, names: [String]) async throws {
        let home = try await NurseryTown()
        let id = try await home.contract()
        // The family has called ahead.
        #expect(try await home.call(id, .absent, on: day("2026-11-12"), at: "2026-11-03T09:00:00+01:00") == [.recorded])
        let service = EmergencySheetService(try home.town.portal(at: "2026-11-03T09:00:00+01:00"), home.town.catalogue)
        let report = AttendanceReport(.emergency, activity: "creche", date: try day(date))
        let sheet = try #require(try await service.read(report, by: home.member))
        #expect(sheet.sections.flatMap(\.entries).map(\.child.firstName) == names)
        #expect(sheet.sections.flatMap(\.entries).allSatisfy { !$0.toCall.isEmpty && !$0.isUnexpected })
    }
}
