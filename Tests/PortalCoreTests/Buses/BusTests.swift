import Testing

@testable import PortalCore

/// Buses of an activity: lines and stops, who says where a child gets on and off, and the drivers' lists.
struct BusTests {
    static let before = "2026-11-02T09:00:00+01:00"

    static func network(_ chooser: BusNetwork.Chooser, isRequired: Bool = false) throws -> BusNetwork {
        func stop(_ code: String, _ morning: String?, _ evening: String?) -> BusStop {
            BusStop(
                code: code,
                name: code,
                morning: morning.flatMap { CivilTime(clock: $0) },
                evening: evening.flatMap { CivilTime(clock: $0) }
            )
        }
        return BusNetwork(
            chooser: chooser,
            isRequired: isRequired,
            lines: [
                BusLine(code: "nord", name: "Ligne Nord", stops: [stop("mairie", "07:20", "17:10"), stop("gare", "07:30", "17:00")]),
                BusLine(code: "sud", name: "Ligne Sud", stops: [stop("pont", "07:25", nil)]),
            ]
        )
    }

    /// Two families on a Wednesday: Tom and Léa are booked for the day, Zoé for the morning.
    struct Town {
        let town: BookingTown
        let catalogue: PortalCatalogue
        let family: HouseholdAccess
        let other: HouseholdAccess
        let date: CivilDate

        init(_ chooser: BusNetwork.Chooser = .family, isRequired: Bool = false) async throws {
            town = try await BookingTown.open()
            let activities = try town.catalogue.activities.map { activity in
                var activity = activity
                if activity.code == "mercredis" { activity.buses = try BusTests.network(chooser, isRequired: isRequired) }
                return activity
            }
            catalogue = PortalCatalogue(settings: town.catalogue.settings, closures: town.catalogue.closures, activities: activities)
            family = try await town.family("Dupont", children: ["Tom", "Léa"])
            other = try await town.family("Martin", children: ["Zoé"])
            date = try day("2026-11-04")
            let early = try town.bookings(at: "2026-10-01T10:00:00+02:00")
            guard !isRequired else { return }
            try await early.confirm(family.children.map { add($0.id, 1, "2026-11-04") }, key: key(1), by: family)
            try await early.confirm([add(other.children[0].id, 2, "2026-11-04")], key: key(2), by: other)
        }

        func stops(at now: String = BusTests.before) throws -> ChildStopService { ChildStopService(try town.portal(at: now), catalogue) }

        func set(_ morning: String, _ evening: String, of child: Child, from day: String, by parent: HouseholdAccess) async throws {
            let form = BusTests.form(morning, evening, day)
            try await stops().set(form, of: child.id, at: "mercredis", by: parent.account)
        }

        func household(_ access: HouseholdAccess) throws -> Identifier<Household> { try #require(access.families.first?.household.id) }
    }

    static func form(_ morning: String, _ evening: String, _ day: String) -> ChildStopForm {
        ChildStopForm { ["matin": morning, "soir": evening, "du": day][$0] ?? "" }
    }

    @Test func `a parent says the stops from tomorrow on, and what was said before holds until then`() async throws {
        let town = try await Town()
        let tom = town.family.children[0]
        try await town.set("nord/mairie", "nord/gare", of: tom, from: "2026-11-03", by: town.family)
        try await town.set("sud/pont", "aucun", of: tom, from: "2026-11-05", by: town.family)
        let line = try #require(try town.stops(at: "2026-11-04T09:00:00+01:00").line(of: tom.id, at: "mercredis"))
        #expect(line.stops == ChildStops([.morning: BusStopCode(line: "nord", stop: "mairie"), .evening: BusStopCode(line: "nord", stop: "gare")]))
        #expect(line.later?.firstDay.iso == "2026-11-05" && line.later?.stops == ChildStops([.morning: BusStopCode(line: "sud", stop: "pont")]))
        #expect(try town.town.count("SELECT count(*) FROM audit WHERE act = 'child.stopsChanged'") == 2)
        // Said again for an earlier day, it replaces what was to come.
        try await town.set("aucun", "aucun", of: tom, from: "2026-11-04", by: town.family)
        #expect(try town.stops(at: "2026-11-06T09:00:00+01:00").line(of: tom.id, at: "mercredis")?.stops.isEmpty == true)
    }

    @Test(arguments: [
        ("nord/mairie", "aucun", "2026-11-02", "du"), ("nord/mairie", "aucun", "", "du"), ("nord/inconnu", "aucun", "2026-11-03", "matin"),
        ("nord", "aucun", "2026-11-03", "matin"), ("aucun", "sud/pont", "2026-11-03", "soir"), ("aucun", "", "2026-11-03", "soir"),
    ])
    func `a stop that is none and a day that has begun are refused next to their field`(
        morning: String,
        evening: String,
        day: String,
        field: String
    ) async throws {
        let town = try await Town()
        do {
            try await town.set(morning, evening, of: town.family.children[0], from: day, by: town.family)
            Issue.record("accepted")
        } catch let errors as FieldErrors {
            #expect(errors.entries.map(\.field) == [field])
        }
        #expect(try town.town.count("SELECT count(*) FROM child_stops") == 0)
    }

    @Test func `nobody says it for a stranger's child, nor a parent where the service chooses; the staff do, for today`() async throws {
        let town = try await Town(.staff)
        let tom = town.family.children[0]
        await #expect(throws: HouseholdRefusal.unknown) { try await town.set("nord/mairie", "aucun", of: tom, from: "2026-11-03", by: town.other) }
        await #expect(throws: HouseholdRefusal.unknown) { try await town.set("nord/mairie", "aucun", of: tom, from: "2026-11-03", by: town.family) }
        let form = Self.form("nord/mairie", "aucun", "2026-11-02")
        let member = Identifier<StaffMember>(1)
        let stops = try town.stops()
        let (own, foreign) = (try town.household(town.family), try town.household(town.other))
        await #expect(throws: HouseholdRefusal.unknown) { try await stops.set(form, of: tom.id, in: foreign, at: "mercredis", by: member) }
        await #expect(throws: HouseholdRefusal.unknown) { try await stops.set(form, of: tom.id, in: own, at: "cantine", by: member) }
        try await stops.set(form, of: tom.id, in: own, at: "mercredis", by: member)
        #expect(try stops.line(of: tom.id, at: "mercredis")?.stops.isEmpty == false)
    }

    @Test func `each bus has its children in the order of its stops, and those without a stop come last`() async throws {
        let town = try await Town()
        try await town.set("nord/mairie", "nord/mairie", of: town.family.children[0], from: "2026-11-03", by: town.family)
        try await town.set("nord/gare", "nord/gare", of: town.other.children[0], from: "2026-11-03", by: town.other)
        let reader = StaffMember(
            id: Identifier(1),
            login: "agent",
            firstName: "Nadia",
            lastName: "Benali",
            role: .reader,
            scope: .everywhere,
            previousLoginAt: nil
        )
        let report = AttendanceReport(.buses, activity: "mercredis", date: town.date)
        let table = try #require(try await ReportService(try town.town.portal(at: Self.before), town.catalogue).table(report, for: reader))
        // Zoé is booked for the morning only: no bus takes her home.
        let lines = table.sections.map { section in
            "\(section.title): " + section.rows.map { $0.map(\.text)[0...3].joined(separator: " ") }.joined(separator: "; ")
        }
        #expect(
            lines == [
                "Matin, Ligne Nord: 07:20 mairie Dupont Tom; 07:30 gare Dupont Zoé",
                "Soir, Ligne Nord: 17:10 mairie Dupont Tom",
                "Matin, sans arrêt: –  Dupont Léa", "Soir, sans arrêt: –  Dupont Léa",
            ]
        )
    }

    @Test func `a stop that children use stays in the definition`() async throws {
        let portal = Portal(slug: "gevrey-nuits", database: try temporaryDatabase(), clock: StoppedClock(try #require(Instant(rfc3339: Self.before))))
        let service = PortalDefinitionService(portal)
        let definition = try ExampleTowns.definition("gevrey-nuits")
        try await service.put(definition)
        let smaller = try ExampleTowns.read(definition.yaml.replacing("code: noiron", with: "code: ailleurs"))
        try await portal.database.write { transaction in
            let child = try HouseholdStore(transaction).insertChild(firstName: "Tom", lastName: "Dupont", birthDay: try day("2018-05-04"))
            let activity = try #require(try PortalCatalogueStore(transaction).load()?.activity(code: "periscolaire"))
            let code = BusStopCode(line: "plaine", stop: "noiron")
            try ChildStopStore(transaction).put(code, on: .morning, of: child, at: activity.id, from: try day("2026-11-03"))
        }
        await #expect(throws: DefinitionRefusal.self) { try await service.put(smaller) }
        #expect(try service.definition() == definition)
        try await portal.database.write { try $0.execute("DELETE FROM child_stops") }
        try await service.put(smaller)
    }
}
