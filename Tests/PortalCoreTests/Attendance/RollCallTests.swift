import PortalCore
import Testing

/// The roll call on a database: what taps do to the list, the bookings and the days.
struct RollCallTests {
    private static let wednesday = "2026-11-04"

    /// A town with two booked children and an agent, on the Wednesday itself.
    private struct Gate {
        let town: BookingTown
        let family: HouseholdAccess
        let agent: StaffMember
        let date: CivilDate

        init(role: StaffRole = .facilityLeader, places: StaffScope = .everywhere) async throws {
            town = try await BookingTown.open()
            family = try await town.family("Dupont", children: ["Tom", "Léa"])
            date = try day(RollCallTests.wednesday)
            let login = try #require(Login("awa"))
            let id = try await town.database.write {
                try StaffStore($0).insert(login: login, passwordHash: "", firstName: "Awa", lastName: "Koné", role: role)
            }
            agent = StaffMember(
                id: id,
                login: "awa",
                firstName: "Awa",
                lastName: "Koné",
                role: role,
                scope: places,
                previousLoginAt: nil
            )
            let changes = family.children.map { add($0.id, 1, RollCallTests.wednesday) }
            try await town.bookings(at: "2026-10-01T10:00:00+02:00").confirm(changes, key: key(900), by: family)
        }

        var tom: Identifier<Child> { family.children[0].id }
        var lea: Identifier<Child> { family.children[1].id }

        func calls(at time: String = "08:30") throws -> RollCallService {
            RollCallService(try town.portal(at: "\(RollCallTests.wednesday)T\(time):00+01:00"), town.catalogue)
        }

        func slot(_ child: Identifier<Child>, unit: Int64 = 1) -> BookingSlot { BookingSlot(child: child, unit: Identifier(unit), date: date) }

        func tap(_ number: Int, _ child: Identifier<Child>, _ act: RollCallAct, at time: String, unit: Int64 = 1) throws -> RollCallEntry {
            let clock = try #require(CivilTime(clock: time))
            let moment = ParisTime.instant(date, at: clock).seconds * 1000
            return RollCallEntry(key: try key(number), .slot(slot(child, unit: unit)), act: act, moment: moment)
        }

        func list(at time: String = "08:30") throws -> RollCall {
            try #require(try calls(at: time).list(of: "mercredis", unit: nil, on: date, for: agent))
        }

        func state(_ child: Identifier<Child>) throws -> BookingState? {
            try town.database.read { try BookingStore($0).bookings(of: child, from: date, through: date) }.first?.state
        }
    }

    @Test func `a tap marks the child, the booking and the parents' planning, and counts once`() async throws {
        let gate = try await Gate()
        let tap = try gate.tap(1, gate.tom, .present(since: CivilTime(clock: "08:05")), at: "08:05")
        #expect(try await gate.calls().record([tap], by: gate.agent) == [.recorded])
        #expect(try await gate.calls().record([tap, tap], by: gate.agent) == [.known, .known])
        let list = try gate.list()
        #expect(list.children.map(\.child.firstName) == ["Léa", "Tom"])
        #expect(list.children[1].mark == AttendanceMark(.present, arrivedAt: CivilTime(clock: "08:05")))
        #expect(list.children[1].calledBy == "Awa Koné")
        #expect(list.children[1].people.map(\.name) == ["Marie Dupont"])
        #expect(list.uncalled.map(\.child.id) == [gate.lea])
        #expect(try gate.state(gate.tom) == .present && gate.state(gate.lea) == .reserved)
        #expect(try gate.town.count("SELECT count(*) FROM audit WHERE act = 'attendance.called'") == 1)
        let planning = try gate.town.bookings(at: "2026-11-04T19:00:00+01:00").planning(Month(containing: gate.date), of: gate.family)
        let cells = planning.weeks.flatMap(\.days).first { $0.date == gate.date }?.children.flatMap(\.cells) ?? []
        #expect(cells.contains { $0.slot == gate.slot(gate.tom) && $0.state == .present })
    }

    @Test func `what two agents tap counts by its moment, even when the earlier one arrives later`() async throws {
        let gate = try await Gate()
        _ = try await gate.calls().record([gate.tap(1, gate.tom, .absent, at: "08:20")], by: gate.agent)
        _ = try await gate.calls().record([gate.tap(2, gate.tom, .present(since: nil), at: "08:10")], by: gate.agent)
        #expect(try gate.list().children[1].mark.presence == .absent && gate.state(gate.tom) == .absent)
        _ = try await gate.calls().record([gate.tap(3, gate.tom, .takeBack, at: "08:25")], by: gate.agent)
        #expect(try gate.list().children[1].isUncalled && gate.state(gate.tom) == .reserved)
    }

    @Test func `a child who came without booking is noted as such, and taken off again`() async throws {
        let gate = try await Gate()
        let other = try await gate.town.family("Martin", children: ["Zoé"])
        let zoe = other.children[0].id
        #expect(try await gate.calls().record([gate.tap(1, zoe, .absent, at: "08:10")], by: gate.agent) == [.refused(.notExpected)])
        #expect(try await gate.calls().record([gate.tap(2, zoe, .present(since: nil), at: "08:10")], by: gate.agent) == [.recorded])
        let child = try #require(try gate.list().children.first { $0.child.id == zoe })
        #expect(child.isUnexpected && child.mark.presence == .present && child.group == "Tous")
        #expect(try gate.state(zoe) == nil)
        _ = try await gate.calls().record([gate.tap(3, zoe, .takeBack, at: "08:12")], by: gate.agent)
        #expect(try gate.list().children.count == 2)
        let stranger = Identifier<Child>(999)
        #expect(try await gate.calls().record([gate.tap(4, stranger, .present(since: nil), at: "08:10")], by: gate.agent) == [.refused(.unknown)])
    }

    @Test func `nobody is called before the day, elsewhere, or on a day that the period lock covers`() async throws {
        let gate = try await Gate(places: .places(["Ailleurs"]))
        #expect(try await gate.calls().record([gate.tap(1, gate.tom, .absent, at: "08:10")], by: gate.agent) == [.refused(.unknown)])
        #expect(try gate.calls().list(of: "mercredis", unit: nil, on: gate.date, for: gate.agent) == nil)
        let there = try await Gate()
        let early = RollCallService(try there.town.portal(at: "2026-11-03T20:00:00+01:00"), there.town.catalogue)
        #expect(try await early.record([there.tap(1, there.tom, .absent, at: "08:10")], by: there.agent) == [.refused(.future(there.date))])
    }

    @Test func `closing a day lists who was not called, notes them absent, and keeps later taps out but not earlier ones`() async throws {
        let gate = try await Gate()
        _ = try await gate.calls().record([gate.tap(1, gate.tom, .present(since: nil), at: "08:10")], by: gate.agent)
        #expect(try gate.calls(at: "18:00").closing(of: "mercredis", on: gate.date, for: gate.agent)?.uncalled.map(\.child.id) == [gate.lea])
        await #expect(throws: RollCallRefusal.uncalled(1)) {
            try await gate.calls(at: "18:00").close("mercredis", on: gate.date, notingAbsences: false, by: gate.agent)
        }
        try await gate.calls(at: "18:00").close("mercredis", on: gate.date, notingAbsences: true, by: gate.agent)
        try await gate.calls(at: "18:05").close("mercredis", on: gate.date, notingAbsences: true, by: gate.agent)
        #expect(try gate.state(gate.lea) == .absent && gate.list(at: "18:10").closedAt != nil)
        let late = try gate.tap(2, gate.lea, .present(since: nil), at: "18:20")
        #expect(try await gate.calls(at: "18:30").record([late], by: gate.agent) == [.refused(.closed(gate.date))])
        let early = try gate.tap(3, gate.lea, .present(since: nil), at: "08:15")
        #expect(try await gate.calls(at: "18:30").record([early], by: gate.agent) == [.recorded])
        #expect(try gate.state(gate.lea) == .present)
        #expect(try gate.town.count("SELECT count(*) FROM audit WHERE act = 'attendance.dayClosed'") == 1)
    }

    @Test func `a closed day is corrected with a reason, and opened again with one`() async throws {
        let gate = try await Gate()
        try await gate.calls(at: "18:00").close("mercredis", on: gate.date, notingAbsences: true, by: gate.agent)
        let correction = try gate.tap(1, gate.tom, .correction(AttendanceMark(.present, leftAt: CivilTime(clock: "12:00"))), at: "18:30")
        let service = try gate.calls(at: "18:30")
        #expect(try await service.record([correction], by: gate.agent, reason: "") == [.refused(.reasonMissing)])
        #expect(try await service.record([correction], by: gate.agent, reason: "oubli à midi") == [.recorded])
        let details = try gate.town.database.read {
            try $0.query("SELECT detail FROM audit WHERE act = 'attendance.corrected'") { try $0[0] as String }
        }
        let detail = try #require(details.first)
        #expect(plainSpaces(detail).hasSuffix("absent → présent, parti à 12 h 00 ; oubli à midi"))
        await #expect(throws: RollCallRefusal.reasonMissing) { try await service.reopen("mercredis", on: gate.date, reason: " ", by: gate.agent) }
        try await service.reopen("mercredis", on: gate.date, reason: "car en retard", by: gate.agent)
        #expect(try gate.state(gate.tom) == .present && gate.state(gate.lea) == .reserved)
        #expect(try gate.list(at: "18:31").uncalled.map(\.child.id) == [gate.lea])
    }

    @Test func `days that were not closed are listed, and keep their period from being locked`() async throws {
        let gate = try await Gate()
        let after = "2026-11-06T09:00:00+01:00"
        let calls = RollCallService(try gate.town.portal(at: after), gate.town.catalogue)
        #expect(try calls.uncalledDays(back: 10, for: gate.agent).map(\.uncalled) == [2])
        let locks = BillingLockService(try gate.town.portal(at: after), gate.town.catalogue)
        await #expect(throws: FieldErrors.self) { try await locks.lock(from: "2026-11-01", through: "2026-11-05", by: gate.agent.id) }
        try await calls.close("mercredis", on: gate.date, notingAbsences: true, by: gate.agent)
        #expect(try calls.uncalledDays(back: 10, for: gate.agent).isEmpty)
        for (first, last) in [("", "2026-11-05"), ("2026-11-05", "2026-11-01"), ("2026-11-01", "2026-11-30")] {
            await #expect(throws: FieldErrors.self) { try await locks.lock(from: first, through: last, by: gate.agent.id) }
        }
        try await locks.lock(from: "2026-11-01", through: "2026-11-05", by: gate.agent.id)
        let tap = try gate.tap(1, gate.tom, .takeBack, at: "10:00")
        #expect(try await calls.record([tap], by: gate.agent, reason: "essai") == [.refused(.locked(gate.date))])
        await #expect(throws: RollCallRefusal.locked(gate.date)) {
            try await calls.reopen("mercredis", on: gate.date, reason: "essai", by: gate.agent)
        }
        let changed = try await gate.town.bookings(at: after).confirm([cancel(gate.tom, 1, Self.wednesday)], key: key(901), by: gate.family)
        #expect(changed.lines.allSatisfy { $0.outcome.isRefused })
        let lock = try #require(try locks.locks().first)
        await #expect(throws: FieldErrors.self) { try await locks.release(lock.id, reason: "", by: gate.agent.id) }
        try await locks.release(lock.id, reason: "erreur de date", by: gate.agent.id)
        try await calls.reopen("mercredis", on: gate.date, reason: "essai", by: gate.agent)
    }
}
