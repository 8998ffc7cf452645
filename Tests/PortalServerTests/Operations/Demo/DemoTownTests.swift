import PortalCore
import Testing

@testable import PortalServer

@Suite struct DemoTownTests {
    private let today = CivilDate(dayNumber: 20_760)

    private func families(_ slug: String, seed: UInt64, count: Int = 300) throws -> [DemoFamily] {
        let town = DemoTown(slug: slug, name: "Commune", seed: seed, today: today)
        return try (0..<count).map { try town.family($0) }
    }

    @Test func `a seed gives the same families again, another one others`() throws {
        let names = { (families: [DemoFamily]) in families.flatMap(\.children).map { "\($0.firstName) \($0.lastName) \($0.birthDay)" } }
        #expect(try names(families("bondoufle", seed: 1)) == names(families("bondoufle", seed: 1)))
        #expect(try names(families("bondoufle", seed: 1)) != names(families("bondoufle", seed: 2)))
        #expect(try names(families("bondoufle", seed: 1)) != names(families("charost", seed: 1)))
    }

    @Test func `the first family is the one of the towns' guides`() throws {
        for slug in DemoPlace.all.keys {
            let family = try families(slug, seed: 1, count: 1)[0]
            #expect(family.homes.map(\.name) == ["DUPONT"])
            #expect(family.homes[0].adults.map(\.firstName) == ["Marie", "Xavier"])
            #expect(family.children.last?.firstName == "Rémi")
        }
    }

    @Test func `the smallest demo has every kind of family`() throws {
        for seed in UInt64(1)...20 {
            let first = try families("chalonnes-sur-loire", seed: seed, count: 6)
            #expect(first.contains { $0.homes.count == 2 && $0.custody == .alternate })
            #expect(first.contains { $0.homes[0].adults.count == 1 && $0.homes.count == 1 })
            #expect(first.contains { $0.children.count == 3 })
            #expect(first.contains { Set($0.children.map(\.birthDay)).count < $0.children.count })
        }
    }

    @Test func `every family is believable`() throws {
        for slug in DemoPlace.all.keys {
            for family in try families(slug, seed: 7) {
                let adults = family.homes.flatMap(\.adults)
                #expect((1...2).contains(adults.count) && (1...3).contains(family.children.count))
                #expect(Set(family.children.map(\.firstName)).count == family.children.count)
                #expect(family.children.map(\.birthDay) == family.children.map(\.birthDay).sorted())
                for child in family.children {
                    #expect(child.birthDay <= today && child.level.age <= 14, "\(child)")
                    #expect(child.schools.isEmpty == child.level.name.isEmpty)
                }
                // Some parents are reached by letter only.
                #expect(adults.allSatisfy { $0.email != nil } || adults.allSatisfy { $0.email == nil })
                for adult in adults {
                    let login = Login("\(Demo.plain(adult.firstName)).\(Demo.plain(adult.lastName))")
                    #expect(adult.phone != nil && login != nil, "\(adult)")
                }
            }
        }
    }

    @Test func `accents and apostrophes leave a name that a login may have`() {
        let expected = ["Émilie": "emilie", "D'Hondt": "d-hondt", "Le Goff": "le-goff", "Aydın": "aydin", "Lœwe": "loewe", "Wójcik": "wojcik"]
        for (name, plain) in expected { #expect(Demo.plain(name) == plain) }
    }

    @Test func `the demo's password is one that a parent may choose`() {
        #expect(PasswordRule.refusal(of: Demo.password, login: Login("marie.dupont")) == nil)
    }
}
