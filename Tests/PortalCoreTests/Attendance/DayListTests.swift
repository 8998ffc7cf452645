import PortalCore
import Testing

struct DayListTests {
    private let staff = StaffMember(
        id: Identifier(1),
        login: "agent",
        firstName: "Nadia",
        lastName: "Benali",
        role: .serviceDesk,
        scope: .everywhere,
        previousLoginAt: nil
    )

    @Test func `the day's list and the child's agenda show what was booked`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Tom", "Léa"])
        let (tom, lea) = (family.children[0].id, family.children[1].id)
        let now = "2026-10-01T10:00:00+02:00"
        let changes = [add(tom, 1, "2026-11-04"), add(lea, 2, "2026-11-04"), add(lea, 1, "2026-11-04"), add(lea, 3, "2026-11-05")]
        try await town.bookings(at: now).confirm(changes, key: key(1), by: family)

        let attendance = AttendanceService(try town.portal(at: now), town.catalogue)
        let list = try #require(try attendance.dayList(of: "mercredis", on: try day("2026-11-04"), for: staff))
        #expect(list.closure == nil)
        #expect(list.groups.map { $0.counts.map(\.taken) } == [[2, 1]])
        #expect(list.groups[0].children.map(\.firstName) == ["Léa", "Tom"])
        #expect(list.groups[0].children.map(\.units) == [[.booked(.reserved), .booked(.reserved)], [.booked(.reserved), nil]])
        #expect(list.groups[0].children.map(\.age) == [8, 8])
        #expect(try attendance.dayList(of: "mercredis", on: try day("2026-11-25"), for: staff)?.closure == "grève du personnel")
        #expect(try attendance.dayList(of: "inconnue", on: try day("2026-11-04"), for: staff) == nil)

        let agenda = AgendaService(try town.portal(at: now), town.catalogue)
        let entries = try #require(try agenda.agenda(of: lea, from: try day("2026-11-04"), days: 2, for: family))
        #expect(
            entries.map { "\($0.date.iso) \($0.startsAt.clock) \($0.unitName)" } == [
                "2026-11-04 08:00 Journée avec repas", "2026-11-04 08:00 Matin", "2026-11-05 11:30 Repas",
            ]
        )
        let stranger = try await town.family("Martin", children: ["Hugo"])
        #expect(try agenda.agenda(of: lea, from: try day("2026-11-04"), days: 2, for: stranger) == nil)
    }
}
