import PortalCore
import Testing

struct ReportTests {
    private let staff = StaffMember(
        id: Identifier(1),
        login: "agent",
        firstName: "Nadia",
        lastName: "Benali",
        role: .serviceDesk,
        scope: .everywhere,
        previousLoginAt: nil
    )

    @Test func `a list has the class of its day, before and after a change of school in the year that follows`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let lea = family.children[0].id
        try await town.bookings(at: "2026-10-01T10:00:00+02:00").confirm([add(lea, 2, "2026-11-04")], key: key(1), by: family)
        try await town.database.write { transaction in
            for (year, school, schoolClass) in [(2025, "Maternelle du Parc", "GS"), (2027, "Jules-Ferry", "CM1")] {
                try SchoolPlacementStore(transaction).put(school, schoolClass, of: lea, in: SchoolYear(startYear: year))
            }
        }
        // Read in another school year, the list is still of its own.
        let reports = ReportService(try town.portal(at: "2027-10-01T10:00:00+02:00"), town.catalogue)
        let report = AttendanceReport(.week, grouping: .schoolClass, activity: "mercredis", date: try day("2026-11-04"))
        let table = try #require(try await reports.table(report, for: staff))
        #expect(table.sections.map(\.title) == ["Les Tilleuls, CE2"])
        #expect(table.sections[0].rows[0].map(\.text).prefix(3) == ["Dupont", "Léa", "CE2"])
    }

    @Test func `the lists count what was booked, by day, group, school and place`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Tom", "Léa"])
        let now = "2026-10-01T10:00:00+02:00"
        let (tom, lea) = (family.children[0].id, family.children[1].id)
        let changes = [add(tom, 1, "2026-11-04"), add(lea, 2, "2026-11-04"), add(lea, 3, "2026-11-05"), add(tom, 3, "2026-11-05")]
        try await town.bookings(at: now).confirm(changes, key: key(1), by: family)
        let reports = ReportService(try town.portal(at: now), town.catalogue)
        func table(_ kind: AttendanceReport.Kind, _ activity: String, _ grouping: AttendanceReport.Grouping = .group) async throws -> ReportTable {
            let report = AttendanceReport(kind, grouping: grouping, activity: activity, date: try day("2026-11-04"))
            return try #require(try await reports.table(report, for: staff))
        }
        let week = try await table(.week, "mercredis")
        #expect(week.columns == ["Nom", "Prénom", "Classe", "mer. 4 nov."])
        #expect(week.sections.map(\.title) == ["Tous"])
        let children = [["Dupont", "Léa", "CE2", "Matin"], ["Dupont", "Tom", "CE2", "Journée avec repas"]]
        #expect(week.sections[0].rows.map { $0.map(\.text) } == children)
        #expect(try await table(.week, "mercredis", .school).sections.map(\.title) == ["Les Tilleuls"])
        #expect(try await table(.week, "mercredis", .schoolClass).sections.map(\.title) == ["Les Tilleuls, CE2"])
        let meals = try await table(.meals, "cantine")
        let canteen = try #require(meals.sections.first?.rows.first { $0[0].text.hasPrefix("Cantine") })
        #expect(canteen.map(\.text).contains("2"))
        let month = try await table(.month, "mercredis")
        let fourth = try #require(month.sections[0].rows.first { $0[0].text.hasPrefix("mer. 4 ") })
        #expect(fourth.dropFirst().map(\.text) == ["1", "10", "1", "10", "0"])
        let emergency = try await table(.emergency, "mercredis")
        #expect(emergency.sections[0].rows[0][3].text.contains("Marie Dupont (parent)"))
        let elsewhere = StaffMember(
            id: Identifier(2),
            login: "awa",
            firstName: "Awa",
            lastName: "Koné",
            role: .facilityLeader,
            scope: .places(["Ailleurs"]),
            previousLoginAt: nil
        )
        let report = AttendanceReport(.week, activity: "mercredis", date: try day("2026-11-04"))
        #expect(try await reports.table(report, for: elsewhere) == nil)
    }
}
