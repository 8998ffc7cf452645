import Testing

@testable import PortalCore

struct UnexpectedPresenceTests {
    @Test func `a child who came without booking is on every list, marked as such, and takes no place`() async throws {
        let town = try await ListedTown()
        let reader = try await town.agent(.facilityLeader)
        let list = try #require(try AttendanceService(town.portal, town.town.catalogue).dayList(of: "mercredis", on: town.date, for: reader))
        #expect(list.groups[0].children.map(\.firstName) == ["Léa", "Tom", "Zoé"])
        #expect(list.groups[0].children.map { $0.units[0] } == [.booked(.excused), .booked(.reserved), .unexpected])
        #expect(list.groups[0].counts.map(\.unexpected) == [1, 0] && list.groups[0].counts.map(\.taken) == [2, 0])
        func rows(_ kind: AttendanceReport.Kind, _ activity: String = "mercredis") async throws -> [[String]] {
            let table = try await ReportService(town.portal, town.town.catalogue).table(town.report(kind, activity), for: reader)
            return try #require(table).sections.flatMap { $0.rows.map { $0.map(\.text) } }
        }
        #expect(try await rows(.day).map { $0[5] } == ["Excusé", "Attendu", "Présent sans réservation"])
        #expect(try await rows(.week).last == ["Dupont", "Zoé", "CE2", "Journée avec repas (présent sans réservation)"])
        #expect(try await rows(.month).first { $0[0].hasPrefix("mer. 4 ") }?.last == "1")
        let meals = try await rows(.meals)
        #expect(meals.first { $0[0].hasPrefix("Cantine") || $0[0].hasPrefix("cantine") }?.contains("2") == true)
        #expect(meals.filter { $0[0] == "dont venus sans réservation" }.allSatisfy { $0.contains("1") })
        #expect(try await rows(.emergency).map { $0[1] } == ["Tom", "Zoé (sans réservation)"])
    }

    @Test func `once the day is booked, the child is on the lists as the others`() async throws {
        let town = try await ListedTown()
        let reader = try await town.agent(.facilityLeader)
        let slot = BookingSlot(child: town.zoe.id, unit: Identifier(1), date: town.date)
        try await town.town.database.write { transaction in
            try transaction.execute(
                "INSERT INTO bookings SELECT $1, $2, 1, 1, household_id, 4, 0, 0 FROM bookings LIMIT 1",
                slot.child,
                slot.date
            )
        }
        let list = try #require(try AttendanceService(town.portal, town.town.catalogue).dayList(of: "mercredis", on: town.date, for: reader))
        #expect(list.groups[0].children.last?.units[0] == .booked(.present))
    }
}
