import Testing

@testable import PortalCore

@Suite struct ChangeInboxTests {
    @Test func `filters keep what they name, and a change is somebody's once taken on`() async throws {
        let town = try await BookingTown.open()
        let access = try await town.family("dupont", children: ["Léa"])
        let child = try #require(access.children.first).id.rawValue
        let portal = try town.portal(at: "2026-11-03T09:00:00+01:00")
        let old = ChangeService(try town.portal(at: "2026-10-20T09:00:00+02:00"))
        let changes = ChangeService(portal)
        try await old.ask(.name, of: access.adult.id.rawValue, to: ChangeValue(["Marie", "Durand"]), by: access.account)
        try await changes.ask(.school, of: child, to: ChangeValue(["2026-2027", "Jules-Ferry", "CM1"]), by: access.account)
        let (claire, paul) = try await town.database.write { transaction in
            let store = StaffStore(transaction)
            let logins = (try #require(Login("claire")), try #require(Login("paul")))
            return (
                try store.insert(login: logins.0, passwordHash: "", firstName: "Claire", lastName: "Moreau", role: .serviceDesk),
                try store.insert(login: logins.1, passwordHash: "", firstName: "Paul", lastName: "Roy", role: .serviceDesk)
            )
        }
        let name = try #require(try changes.waiting().first).request.id
        #expect(try changes.waitingCount(for: claire) == 2 && changes.waitingCount(for: paul) == 2)
        try await changes.assign(name, toSelf: true, by: claire)
        #expect(try changes.waitingCount(for: claire) == 2 && changes.waitingCount(for: paul) == 1)
        #expect(try changes.waiting().first?.assignee == ChangeAssignee(member: claire, name: "Claire Moreau"))
        let code = try town.database.read { try $0.first("SELECT code FROM activities ORDER BY id LIMIT 1") { try $0[0] as String } } ?? ""
        let filters: [(ChangeFilter, [ChangeField])] = [
            (ChangeFilter(), [.name, .school]), (ChangeFilter(field: .school), [.school]), (ChangeFilter(age: .week), [.name]),
            (ChangeFilter(age: .month), []), (ChangeFilter(state: .waiting), [.name]), (ChangeFilter(state: .notified), [.school]),
            (ChangeFilter(state: .refused), [.name, .school]), (ChangeFilter(assignee: .reader), [.name]),
            (ChangeFilter(assignee: .nobody), [.school]), (ChangeFilter(assignee: .others), []), (ChangeFilter(activity: code), [.name, .school]),
            (ChangeFilter(activity: "inconnue"), []), (ChangeFilter(activity: code, assignee: .nobody, state: .notified), [.school]),
        ]
        for (filter, found) in filters { #expect(try changes.waiting(filter, for: claire).map(\.request.field) == found, "\(filter)") }
        #expect(try changes.waiting(ChangeFilter(assignee: .others), for: paul).map(\.request.field) == [.name])
        // Taken over, given back, and settled by whoever is there.
        try await changes.assign(name, toSelf: true, by: paul)
        #expect(try changes.waitingCount(for: claire) == 1)
        try await changes.assign(name, toSelf: false, by: paul)
        try await changes.settle(name, refusal: nil, by: claire)
        await #expect(throws: HouseholdRefusal.unknown) { try await changes.assign(name, toSelf: true, by: paul) }
        #expect(try town.count("SELECT count(*) FROM audit WHERE act IN ('change.takenOn', 'change.givenBack')") == 3)
    }
}
