import Testing

@testable import PortalCore

/// Clés enfance that open one child each, and keys that somebody with an account types.
@Suite struct KeyByChildTests {
    private func address() throws -> PostalAddress { try #require(TestTown.address) }

    @Test func `a child's key opens that child only, and the next keys the others`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [("Marie", "Dupont")], children: ["Léa", "Tom", "Zoé"])
        let children = try #require(try town.households.family(household)).children
        var keys: [ActivationKey] = []
        for child in children { keys.append(try await town.keys.issue(for: household, child: child.id, by: .system)) }
        let account = try await town.register(.example(key: keys[0])).account
        func seen() throws -> [String] { try #require(try town.households.access(of: account)).children.map(\.firstName) }
        #expect(try seen() == ["Léa"])
        try await town.accounts.addKey(keys[1].text.lowercased(), to: account, from: "192.0.2.1")
        #expect(try seen() == ["Léa", "Tom"])
        try await town.accounts.addKey(keys[2].text, to: account, from: "192.0.2.1")
        #expect(try seen() == ["Léa", "Tom", "Zoé"])
        #expect(try town.keys.keys(of: household).map(\.childName) == ["Zoé", "Tom", "Léa"])
        let access = try #require(try town.households.access(of: account))
        #expect(access.children.allSatisfy { access.relation(to: $0.id) == .usual })
    }

    @Test func `each reason why a key opens nothing has its own sentence, and nothing is written`() async throws {
        let town = try await TestTown()
        let own = try await town.household(adults: [], children: ["Léa", "Tom"])
        let other = try await town.household(adults: [], children: ["Zoé"])
        let lea = try #require(try town.households.family(own)?.children.first)
        let zoe = try #require(try town.households.family(other)?.children.first)
        let used = try await town.keys.issue(for: own, child: lea.id, by: .system)
        let account = try await town.register(.example(key: used)).account
        let again = try await town.keys.issue(for: own, child: lea.id, by: .system)
        let revoked = try await town.keys.issue(for: other, by: .system)
        let first = try #require(try town.keys.keys(of: other).first)
        try await town.keys.revoke(first.id, of: other, by: .system)
        let late = try await town.keys.issue(for: other, child: zoe.id, by: .system)
        let before = try town.written()
        let sentences: [(String, String)] = [
            ("  ", "Saisissez"), ("7KWN-4DXE-P2RB", "faute de frappe"), (ActivationKey(from: SystemRandom()).text, "ne connaissons pas"),
            (used.text, "déjà servi"), (revoked.text, "annulée"), (again.text, "donne déjà accès"),
        ]
        for (typed, words) in sentences {
            let errors = await #expect(throws: FieldErrors.self) { try await town.accounts.addKey(typed, to: account, from: "192.0.2.1") }
            #expect(errors?[Registration.Field.key]?.contains(words) == true, "\(words)")
        }
        town.clock.advance(seconds: 181 * 86_400)
        let errors = await #expect(throws: FieldErrors.self) { try await town.accounts.addKey(late.text, to: account, from: "192.0.2.1") }
        #expect(errors?[Registration.Field.key]?.contains("n'est plus valable") == true)
        #expect(try town.written() == before)
    }

    @Test func `a key never opens what the town has closed, and wrong keys are slowed for the account wherever it is`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [("Marie", "Dupont")], children: ["Léa", "Tom"])
        let family = try #require(try town.households.family(household))
        let marie = family.adults[0].id
        let tom = family.children[1].id
        try await town.portal.database.write {
            try ChildRelationStore($0).put(ChildRelation(kinship: .mother, standing: .barred, rights: []), of: marie, to: tom)
        }
        let forTom = try await town.keys.issue(for: household, child: tom, by: .system)
        let closed = await #expect(throws: FieldErrors.self) { try await town.register(.example(key: forTom)) }
        #expect(closed?[Registration.Field.key]?.contains("ne peut pas ouvrir") == true)
        let access = try await town.register(in: household)
        #expect(access.children.map(\.firstName) == ["Léa"])
        for number in 0..<10 {
            await #expect(throws: FieldErrors.self) {
                try await town.accounts.addKey(ActivationKey(from: SystemRandom()).text, to: access.account, from: "198.51.100.\(number)")
            }
        }
        await #expect(throws: SignInRefusal.self) { try await town.accounts.addKey(forTom.text, to: access.account, from: "203.0.113.9") }
    }

    @Test func `one adult reaches a second household by its key, in the place of the namesake on file`() async throws {
        let town = try await TestTown()
        let first = try await town.household(adults: [], children: ["Léa"])
        let second = try await town.household(adults: [("Paul", "Martin"), ("Marie", "DUPONT")], children: ["Tom"])
        let family = try #require(try town.households.family(second))
        let helper = ChildRelation(kinship: .stepParent, standing: .none, rights: [.sees])
        try await town.portal.database.write { try ChildRelationStore($0).put(helper, of: family.adults[1].id, to: family.children[0].id) }
        let before = try await town.register(in: first)
        let key = try await town.keys.issue(for: second, by: .system)
        try await town.accounts.addKey(key.text, to: before.account, from: "192.0.2.1")
        let access = try #require(try town.households.access(of: before.account))
        #expect(access.families.map(\.household.id) == [first, second] && access.adult.id == before.adult.id)
        #expect(access.family(second)?.adults.map(\.lastName) == ["Martin", "Dupont"])
        #expect(access.relation(to: family.children[0].id) == helper)
    }

    @Test func `whoever waits to be recognised needs only a key`() async throws {
        let town = try await TestTown()
        let household = try await town.household(adults: [("Marie", "Dupont")], children: ["Léa"])
        let adult = AdultDetails(
            title: .madame,
            firstName: "Marie",
            lastName: "Dupont",
            email: EmailAddress("marie@exemple.fr"),
            phone: PhoneNumber("06 12 34 56 78"),
            address: try address()
        )
        let account = try await town.portal.database.write { transaction in
            let id = try HouseholdStore(transaction).insertAdult(adult)
            let login = try #require(Login("marie.dupont"))
            return try AccountStore(transaction).insert(login: login, passwordHash: "", adult: id, at: Instant(seconds: 0))
        }
        let key = try await town.keys.issue(for: household, by: .system)
        try await town.accounts.addKey(key.text, to: account, from: "192.0.2.1")
        let access = try #require(try town.households.access(of: account))
        #expect(access.children.map(\.firstName) == ["Léa"] && access.families.first?.adults.count == 1)
        #expect(access.adult.email?.text == "marie@exemple.fr")
    }
}
