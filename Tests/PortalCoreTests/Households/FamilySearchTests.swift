import Testing

@testable import PortalCore

@Suite struct FamilySearchTests {
    @Test func `what is typed finds the households that have all its words, however they are written`() async throws {
        let town = try await TestTown()
        let first = try await town.household(adults: [("Anne-Loïse", "LE GOFF"), ("Œdipe", "O'Brien")], children: ["Élodie"])
        let second = try await town.household(adults: [("Marc", "Legoff")], children: ["Éloïse"])
        let search = FamilySearchService(town.portal)
        let cases: [(String, Set<Identifier<Household>>)] = [
            ("le goff", [first]), ("LEGOFF", [second]), ("legoff marc", [second]), ("elo", [first, second]), ("ÉLOD", [first]), ("anne", [first]),
            ("anne-loise", [first]), ("loïse goff", [first]), ("obrien", [first]), ("o'brien", [first]), ("oe", [first]), ("dupont elodie", [first]),
            ("marc elodie", []), ("foyer", [first, second]), ("zz", []),
        ]
        for (typed, expected) in cases {
            let found = try await search.families(try #require(FamilySearch(typed)))
            #expect(Set(found.found.map(\.family.household.id)) == expected && found.count == expected.count, "\(typed)")
        }
        for typed in ["", " ", "e", "é o", "--", "%"] { #expect(FamilySearch(typed) == nil, "\(typed)") }
    }

    @Test func `a name that changes is found under the new one only`() async throws {
        let town = try await TestTown()
        _ = try await town.household(adults: [("Marie", "Dupont")], children: [])
        let search = FamilySearchService(town.portal)
        let (old, new) = (try #require(FamilySearch("dupont")), try #require(FamilySearch("martin")))
        #expect(try await search.families(old).count == 1)
        try await town.portal.database.write { _ = try $0.execute("UPDATE adults SET last_name = 'Martin'") }
        #expect(try await search.families(new).count == 1)
        #expect(try await search.families(old).count == 0)
    }
}
