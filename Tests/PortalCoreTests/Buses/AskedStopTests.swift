import Testing

@testable import PortalCore

/// Bus stops that families are asked for, before they book where the town wants it, and what they read when the staff change them.
struct AskedStopTests {
    private typealias Town = BusTests.Town

    private func obstacles(_ town: Town) throws -> [BookingObstacle] {
        try RegulationService(town.town.portal(at: BusTests.before), town.catalogue).obstacles(to: town.family)
    }

    private func review(_ town: Town) throws -> [BookingOutcome] {
        let changes = town.family.children.map { add($0.id, 1, "2026-11-18") } + [add(town.family.children[0].id, 3, "2026-11-19")]
        let bookings = BookingService(try town.town.portal(at: BusTests.before), town.catalogue)
        return try bookings.review(changes, by: town.family).lines.map(\.outcome.plain)
    }

    @Test func `where stops are mandatory nothing is booked for a child before they are said; no bus is an answer`() async throws {
        let town = try await Town(isRequired: true)
        let (tom, lea) = (town.family.children[0].id, town.family.children[1].id)
        #expect(try obstacles(town).map(\.wayOut) == [.stops(tom, activity: "mercredis"), .stops(lea, activity: "mercredis")])
        func refusal(_ name: String) -> BookingOutcome {
            let what = "les arrêts de car de \(name) pour « Mercredis » sont à indiquer"
            return .refused("Avant de réserver : \(what), dans votre espace, page « Ma famille ».")
        }
        let name = try #require(town.catalogue.activity(code: "mercredis")).name
        try #require(name == "Mercredis")
        #expect(try review(town) == [refusal("Tom"), refusal("Léa"), .accepted])
        try await town.set("nord/mairie", "aucun", of: town.family.children[0], from: "2026-11-03", by: town.family)
        #expect(try review(town) == [.accepted, refusal("Léa"), .accepted])
        try await town.set("aucun", "aucun", of: town.family.children[1], from: "2026-11-03", by: town.family)
        #expect(try review(town) == [.accepted, .accepted, .accepted] && obstacles(town).isEmpty)
    }

    @Test func `elsewhere they are asked and hold nothing up`() async throws {
        for chooser in BusNetwork.Chooser.allCases {
            let town = try await Town(chooser)
            #expect(try review(town) == [.accepted, .accepted, .accepted] && obstacles(town).isEmpty)
            let lines = try town.stops().lines(of: town.family.children[0].id)
            #expect(lines.map(\.isAnswered) == [false] && lines.map(\.isOpen) == [chooser == .family])
        }
    }

    @Test func `who does not decide for the child is sent to its page`() async throws {
        let town = try await Town(isRequired: true)
        let (adult, tom) = (town.family.adult.id, town.family.children[0].id)
        try await town.town.database.write { transaction in
            let relation = ChildRelation(kinship: .stepParent, standing: .none, rights: [.sees, .books])
            try ChildRelationStore(transaction).put(relation, of: adult, to: tom)
        }
        let access = try #require(try town.town.database.read { try HouseholdAccess(account: town.family.account, in: $0) })
        let obstacles = try RegulationService(town.town.portal(at: BusTests.before), town.catalogue).obstacles(to: access)
        #expect(obstacles.first?.wayOut == .stops(tom, activity: nil))
    }

    @Test func `the staff's change is told to the parents of each home, once, and again only when it says something new`() async throws {
        let town = try await Town(.staff)
        let tom = town.family.children[0]
        let second = try await town.town.secondHousehold("Moreau", of: [tom.id])
        let household = try town.household(town.family)
        func set(_ morning: String, _ evening: String, from day: String) async throws {
            let link = "https://exemple.fr/enfants/\(tom.id.rawValue)"
            let form = BusTests.form(morning, evening, day)
            try await town.stops().set(form, of: tom.id, in: household, at: "mercredis", by: Identifier(1), link: link)
        }
        func mails(_ access: HouseholdAccess) throws -> [(subject: String, body: String)] {
            try town.town.database.read { transaction in
                try transaction.query(
                    "SELECT subject, body FROM outbox WHERE account_id = $1 AND request_id IS NULL ORDER BY id DESC",
                    access.account
                ) { (subject: try $0[0], body: try $0[1]) }
            }
        }
        try await set("nord/mairie", "aucun", from: "2026-11-02")
        for access in [town.family, second] {
            let first = try #require(try mails(access).first)
            #expect(first.subject.hasSuffix("arrêts de car de Tom"))
            #expect(plainSpaces(first.body).contains("a indiqué les arrêts de car de Tom pour « Mercredis », à partir du 2 novembre 2026."))
            let body = plainSpaces(first.body)
            #expect(body.contains("- Matin : Ligne Nord, mairie, 7 h 20\n- Soir : Pas de car") && !body.contains("Avant"))
            #expect(first.body.contains("https://exemple.fr/enfants/\(tom.id.rawValue)"))
        }
        // The same again, for later: nothing new.
        try await set("nord/mairie", "aucun", from: "2026-11-05")
        try await set("nord/gare", "nord/gare", from: "2026-11-09")
        let all = try mails(town.family)
        #expect(all.count == 2)
        #expect(plainSpaces(all[0].body).contains("Avant :\n- Matin : Ligne Nord, mairie, 7 h 20\n- Soir : Pas de car"))
        // What was to come and is no more is said too.
        try await set("sud/pont", "aucun", from: "2026-11-03")
        let last = try plainSpaces(mails(town.family)[0].body)
        #expect(last.contains("Ce qui était prévu à partir du 9 novembre 2026 :\n- Matin : Ligne Nord, gare"))
        #expect(try mails(town.other).isEmpty && town.town.count("SELECT count(*) FROM audit WHERE act = 'child.stopsChanged'") == 4)
    }

    @Test func `a parent's own change is not told, nor anything to a parent who may not see the child`() async throws {
        let town = try await Town()
        let tom = town.family.children[0]
        func count() throws -> Int { try town.town.count("SELECT count(*) FROM outbox WHERE subject LIKE '%car de Tom%'") }
        try await town.set("nord/mairie", "aucun", of: tom, from: "2026-11-03", by: town.family)
        let barred = try await town.town.secondHousehold("Moreau", of: [tom.id])
        try await town.town.database.write { transaction in
            let relation = ChildRelation(kinship: .parent, standing: .barred, rights: [])
            try ChildRelationStore(transaction).put(relation, of: barred.adult.id, to: tom.id)
        }
        #expect(try count() == 0)
        let form = BusTests.form("nord/gare", "aucun", "2026-11-04")
        try await town.stops().set(form, of: tom.id, in: town.household(town.family), at: "mercredis", by: Identifier(1))
        #expect(try count() == 1)
    }

    @Test func `mandatory stops are read, kept and written back, and make no sense where the service chooses`() async throws {
        let yaml = try ExampleTowns.definition("gevrey-nuits").yaml
        let asked = try ExampleTowns.read(yaml.replacing("choix: famille", with: "choix: famille\n      obligatoire: oui"))
        #expect(try ExampleTowns.read(asked.yaml) == asked)
        let clock = StoppedClock(try #require(Instant(rfc3339: BusTests.before)))
        let portal = Portal(slug: "gevrey-nuits", database: try temporaryDatabase(), clock: clock)
        try await PortalDefinitionService(portal).put(asked)
        #expect(try PortalDefinitionService(portal).definition() == asked)
        let loaded = try #require(try portal.database.read { try PortalCatalogueStore($0).load() })
        #expect(loaded.activities.compactMap(\.buses).map(\.isRequired) == [true])
        let error = #expect(throws: DefinitionError.self) {
            try ExampleTowns.read(yaml.replacing("choix: famille", with: "choix: service\n      obligatoire: oui"))
        }
        #expect(error?.description.contains("les familles ne peuvent dire l'arrêt") == true)
    }
}
