import PortalCore
import Testing

@Suite struct CustodyBookingTests {
    private let now = "2026-10-26T09:00:00+01:00"

    /// Two households of one child; the first has the even weeks, from Monday.
    private func town(_ view: CustodyView = .whole) async throws -> (town: BookingTown, anne: HouseholdAccess, paul: HouseholdAccess) {
        let town = try await BookingTown.open(custodyView: view)
        let anne = try await town.family("dupont", children: ["Léa"])
        let child = try #require(anne.children.first).id
        let paul = try await town.secondHousehold("martin", of: [child])
        let homes = try [anne, paul].map { try #require($0.families.first).household.id }
        let calendar = CustodyCalendar(evenWeeks: homes[0], oddWeeks: homes[1], changeDay: .monday, firstHalfInEvenYears: nil)
        try await town.database.write { try CustodyStore($0).put(calendar, of: child) }
        return (town, anne, paul)
    }

    private func cells(_ town: BookingTown, _ access: HouseholdAccess) throws -> [PlanningCell] {
        let planning = try town.bookings(at: now).planning(#require(Month(iso: "2026-11")), of: access)
        return planning.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells)
    }

    @Test func `each household may book on its own days only, and every bookable day is one household's`() async throws {
        let (town, anne, paul) = try await town()
        let (hers, his) = (try cells(town, anne), try cells(town, paul))
        #expect(hers.map(\.slot) == his.map(\.slot))
        for (own, other) in zip(hers, his) where own.mayChange || other.mayChange {
            #expect(own.mayChange == own.slot.date.isoWeek.isMultiple(of: 2) && own.mayChange != other.mayChange, "\(own.slot.date)")
        }
        let slot = try #require(hers.first { $0.state == .free(placesLeft: nil) }).slot
        let bookings = try town.bookings(at: now)
        let key = try #require(IdempotencyKey("abcdefghijklmnop"))
        let refused = try await bookings.confirm([BookingChange(.add, slot)], key: key, by: paul)
        #expect(refused.lines.map(\.outcome) == [.refused(BookingRefusal.otherHouseholdDay(slot.date).french)])
        let accepted = try await bookings.confirm([BookingChange(.add, slot)], key: key, by: anne)
        #expect(accepted.lines.map(\.outcome) == [.accepted])
    }

    @Test func `the other household sees the bookings of all days, or of its own only, as the town decides`() async throws {
        for view in CustodyView.allCases {
            let (town, anne, paul) = try await town(view)
            let slot = try #require(try cells(town, anne).first { $0.state == .free(placesLeft: nil) }).slot
            let bookings = try town.bookings(at: now)
            _ = try await bookings.confirm([BookingChange(.add, slot)], key: #require(IdempotencyKey("abcdefghijklmnop")), by: anne)
            let seen = try #require(try cells(town, paul).first { $0.slot == slot })
            #expect(seen.isBooked == (view == .whole) && !seen.mayChange)
            let agenda = AgendaService(try town.portal(at: now), town.catalogue)
            let entries = try #require(try agenda.agenda(of: slot.child, from: slot.date, days: 1, for: paul))
            #expect(entries.isEmpty == (view == .own))
            #expect(try agenda.agenda(of: slot.child, from: slot.date, days: 1, for: anne)?.count == 1)
            #expect(try agenda.agendas(from: slot.date, days: 1, for: paul)[slot.child, default: []].isEmpty == (view == .own))
            #expect(try agenda.agendas(from: slot.date, days: 1, for: anne)[slot.child]?.count == 1)
        }
    }

    @Test func `who reaches both households books every day, for the household of the day`() async throws {
        let (town, anne, paul) = try await town()
        let second = try #require(paul.families.first).household.id
        try await town.database.write { try HouseholdStore($0).add(anne.adult.id, to: second) }
        let both = try #require(try town.access(again: anne))
        let slots = try cells(town, both).filter(\.mayChange).map(\.slot)
        let key = try #require(IdempotencyKey("abcdefghijklmnop"))
        _ = try await town.bookings(at: now).confirm(slots.map { BookingChange(.add, $0) }, key: key, by: both)
        let rows = try town.database.read {
            try $0.query("SELECT day, household_id FROM bookings") { (try $0[0] as CivilDate, try $0[1] as Identifier<Household>) }
        }
        #expect(!rows.isEmpty && rows.allSatisfy { ($0.1 == second) == !$0.0.isoWeek.isMultiple(of: 2) })
    }
}
