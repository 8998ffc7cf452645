import PortalCore
import Testing

@Suite struct ChildRelationTests {
    @Test func `a court's decision leaves no right, and who books also sees`() {
        let all = Set(ChildRight.allCases)
        let barred = ChildRelation(kinship: .father, standing: .barred, rights: all)
        #expect(ChildRight.allCases.allSatisfy { !barred.has($0) } && !barred.holdsAuthority)
        let helper = ChildRelation(kinship: .grandParent, standing: .none, rights: [.books])
        #expect(helper.has(.sees) && helper.has(.books) && !helper.has(.pays) && !helper.holdsAuthority)
        #expect(ChildRelation.usual.holdsAuthority && ChildRight.allCases.allSatisfy(ChildRelation.usual.has))
    }

    @Test func `a child that an adult may not see does not exist for it, and is still there for the other`() async throws {
        let town = try await BookingTown.open()
        let dupont = try await town.family("dupont", children: ["Léa", "Tom"])
        let other = try await town.secondHousehold("martin", of: dupont.children.map(\.id))
        let hidden = try #require(dupont.children.first)
        try await town.put(.init(kinship: .mother, standing: .barred, rights: []), of: dupont, to: hidden.id)
        let seen = try #require(try town.access(again: dupont))
        #expect(seen.child(hidden.id) == nil && seen.relation(to: hidden.id) == nil)
        #expect(seen.children.count == 1 && seen.households(of: hidden.id).isEmpty)
        #expect(seen.families.flatMap(\.children).allSatisfy { $0.id != hidden.id })
        #expect(try #require(try town.access(again: other)).child(hidden.id) == hidden)
        let planning = try town.bookings(at: "2026-11-03T09:00:00+01:00").planning(#require(Month(iso: "2026-11")), of: seen)
        #expect(planning.children.map(\.id) == seen.children.map(\.id))
        #expect(throws: HouseholdRefusal.unknown) {
            try ContactService(town.portal(at: "2026-11-03T09:00:00+01:00")).contacts(of: hidden.id, for: seen)
        }
    }

    @Test func `the right to book is judged when the bookings are written, whatever the page said`() async throws {
        let town = try await BookingTown.open()
        let access = try await town.family("dupont", children: ["Léa"])
        let child = try #require(access.children.first).id
        let bookings = try town.bookings(at: "2026-11-03T09:00:00+01:00")
        let planning = try bookings.planning(#require(Month(iso: "2026-11")), of: access)
        let cells = planning.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells)
        let slot = try #require(cells.first { $0.mayChange }).slot
        try await town.put(.init(kinship: .grandParent, standing: .none, rights: [.sees]), of: access, to: child)
        let request = try await bookings.confirm([BookingChange(.add, slot)], key: #require(IdempotencyKey("abcdefghijklmnop")), by: access)
        #expect(request.lines.map(\.outcome) == [.refused(BookingRefusal.mayNotBook.french)])
        #expect(try town.count("SELECT count(*) FROM bookings") == 0)
        let now = try bookings.planning(#require(Month(iso: "2026-11")), of: #require(try town.access(again: access)))
        #expect(now.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells).allSatisfy { !$0.mayChange })
        #expect(!now.children.isEmpty)
    }

    @Test func `requests about a child that is kept from an adult are kept too`() async throws {
        let town = try await BookingTown.open()
        let access = try await town.family("dupont", children: ["Léa", "Tom"])
        let bookings = try town.bookings(at: "2026-11-03T09:00:00+01:00")
        let planning = try bookings.planning(#require(Month(iso: "2026-11")), of: access)
        let cells = planning.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells)
        let slot = try #require(cells.first { $0.mayChange }).slot
        let child = slot.child
        let request = try await bookings.confirm([BookingChange(.add, slot)], key: #require(IdempotencyKey("abcdefghijklmnop")), by: access)
        let requests = try town.requests(at: "2026-11-03T09:00:00+01:00")
        #expect(try requests.latest(of: access).count == 1)
        try await town.put(.init(kinship: .mother, standing: .barred, rights: []), of: access, to: child)
        let after = try #require(try town.access(again: access))
        #expect(try requests.latest(of: after).isEmpty)
        #expect(try requests.request(request.id, of: after) == nil)
    }

    @Test func `a household whose children are all barred from an adult does not exist for it`() async throws {
        let town = try await BookingTown.open()
        let access = try await town.family("dupont", children: ["Léa", "Tom"])
        let household = try #require(access.families.first).household.id
        #expect(access.decides(for: household))
        for child in access.children {
            try await town.put(.init(kinship: .grandParent, standing: .none, rights: [.sees]), of: access, to: child.id)
        }
        let grandParent = try #require(try town.access(again: access))
        #expect(!grandParent.decides(for: household) && grandParent.bookableChildren.isEmpty && grandParent.children.count == 2)
        for child in access.children { try await town.put(.init(kinship: .father, standing: .barred, rights: []), of: access, to: child.id) }
        #expect(try town.access(again: access) == nil)
    }
}

extension BookingTown {
    func put(_ relation: ChildRelation, of access: HouseholdAccess, to child: Identifier<Child>) async throws {
        let adult = access.adult.id
        try await database.write { try ChildRelationStore($0).put(relation, of: adult, to: child) }
    }

    /// What an account reaches now.
    func access(again access: HouseholdAccess) throws -> HouseholdAccess? {
        try database.read { try HouseholdAccess(account: access.account, in: $0) }
    }
}
