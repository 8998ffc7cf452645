import PortalCore
import Testing

@Suite struct HouseholdAccessTests {
    @Test func `a stranger's child, household and nothing else is out of reach`() async throws {
        let town = try await TestTown()
        let own = try await town.household(adults: [], children: ["Léa"])
        let other = try await town.household(adults: [("Paul", "Martin")], children: ["Tom"])
        let access = try await town.register(in: own)
        let stranger = try #require(try town.households.family(other))
        let tom = try #require(stranger.children.first)
        #expect(access.child(tom.id) == nil)
        #expect(access.family(other) == nil)
        #expect(access.households(of: tom.id).isEmpty)
        #expect(access.child(Identifier(999)) == nil)
        #expect(access.children.map(\.firstName) == ["Léa"])
        #expect(access.family(own) != nil)
        #expect(try town.households.access(of: Identifier(999)) == nil)
    }

    @Test func `an adult of two households reaches both, and a child of both once`() async throws {
        let town = try await TestTown()
        let first = try await town.household(adults: [], children: ["Léa"])
        let second = try await town.household(adults: [("Paul", "Martin")], children: ["Tom"])
        let before = try await town.register(in: first)
        let lea = try #require(before.children.first)
        try await town.portal.database.write { transaction in
            let store = HouseholdStore(transaction)
            try store.add(before.adult.id, to: second)
            try store.add(lea.id, to: second, custody: .alternate)
        }
        let access = try #require(try town.households.access(of: before.account))
        #expect(access.families.map(\.household.id) == [first, second])
        #expect(access.children.map(\.firstName) == ["Léa", "Tom"])
        #expect(access.households(of: lea.id).map(\.id) == [first, second])
        #expect(access.family(second)?.custody(of: lea.id) == .alternate)
        #expect(access.coGuardians.map(\.firstName) == ["Paul"])
    }

    @Test func `two adults of one household see the same children by their own accounts`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [("Marie", "Dupont"), ("Xavier", "Dupont")], children: ["Rémi"])
        let marie = try await town.register(in: household)
        let xavier = try await town.register(in: household, login: "xavier", firstName: "Xavier")
        #expect(marie.account != xavier.account)
        #expect(marie.children == xavier.children)
        #expect(xavier.coGuardians.map(\.firstName) == ["Marie"])
    }
}
