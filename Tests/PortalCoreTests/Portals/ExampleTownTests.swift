import PortalCore
import Testing

struct ExampleTownTests {
    @Test func `the five towns are read, each under its own name and colour`() throws {
        let towns = try ExampleTowns.slugs.map(ExampleTowns.definition)
        #expect(towns.map(\.settings.slug) == ExampleTowns.slugs)
        #expect(Set(towns.map(\.settings.accent)).count == 5)
        #expect(towns.map(\.settings.schoolZone) == [.c, .b, .c, .b, .a])
    }

    @Test func `each town has meals, mornings and evenings, Wednesdays and holidays, and words for every page`() throws {
        for slug in ExampleTowns.slugs {
            let town = try ExampleTowns.definition(slug)
            let kinds = Set(town.activities.map(\.kind))
            #expect(kinds.isSuperset(of: [.schoolCanteen, .beforeAndAfterSchool, .wednesday, .leisureCentre]), "\(slug)")
            #expect(town.activities.allSatisfy { $0.units.count <= 3 }, "\(slug)")
            for code in [PortalTextCode.welcome, .accountCreation, .activationKey, .deadlines, .household, .privateSpace] {
                #expect(town.settings.text(code) != nil, "\(slug) \(code.rawValue)")
            }
            #expect(town.settings.news.count == 3 && town.settings.news.allSatisfy { $0.publishedOn < ExampleTowns.today }, "\(slug)")
        }
    }

    @Test func `the deadlines of the guides stand in the files`() throws {
        let expected = [
            ("bondoufle", "mercredis", "J-7"),
            ("bondoufle", "vacances", "session-4 semaines"),
            ("chanteloup-les-vignes", "apps", "aucun jusqu'au 30 septembre, puis J-14"),
            ("chanteloup-les-vignes", "tram", "aucun jusqu'au 30 septembre, puis J-14"),
            ("chanteloup-les-vignes", "mercredis", "aucun jusqu'au 30 septembre, puis J-14"),
            ("chanteloup-les-vignes", "vacances", "aucun jusqu'au 30 septembre, puis session-4 semaines"),
            ("chalonnes-sur-loire", "goulidons-mercredis", "72 h"),
            ("gevrey-nuits", "mercredis", "J-2 10:00 hors week-ends, fériés, vacances"),
            ("gevrey-nuits", "vacances", "session-3 semaines"),
            ("charost", "mercredis", "jeudi S-1 12:00"),
            ("charost", "vacances", "session-15 jours"),
        ]
        for (slug, code, rule) in expected {
            let activity = try #require(try ExampleTowns.definition(slug).activities.first { $0.code == code })
            #expect(activity.rules.adding.notation == rule, "\(slug) \(code)")
        }
    }

    @Test func `the contacts are those of the guides`() throws {
        let desk = try #require(try ExampleTowns.definition("chanteloup-les-vignes").settings.contacts.first)
        #expect(desk.phone == "01 39 74 29 12" && desk.email == "inscriptionenfance@chanteloup-les-vignes.fr")
        #expect(desk.address == "Espace Victor Hugo, 18 avenue de Poissy")
        #expect(desk.hours == "Du lundi au vendredi\u{A0}: 9h-12h / 13h30-18h")
        #expect(try ExampleTowns.definition("bondoufle").settings.contacts.map(\.phone) == ["01 60 76 59 20", "01 69 91 46 56"])
        #expect(try ExampleTowns.definition("gevrey-nuits").settings.contacts.first?.email == "espacecit@ccgevrey-nuits.com")
        #expect(try ExampleTowns.definition("charost").settings.contacts.first?.phone == "02.48.26.53.77")
    }

    @Test func `a written definition reads back the same, and is written the same again`() throws {
        for slug in ExampleTowns.slugs {
            let town = try ExampleTowns.definition(slug)
            let again = try ExampleTowns.read(town.yaml)
            #expect(again == town, "\(slug)")
            #expect(again.yaml == town.yaml, "\(slug)")
        }
    }
}
