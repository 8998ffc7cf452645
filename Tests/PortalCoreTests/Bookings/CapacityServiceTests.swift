import PortalCore
import Testing

struct CapacityServiceTests {
    private let early = "2026-10-01T10:00:00+02:00"
    private let member = StaffMember(
        id: Identifier(1),
        login: "admin",
        firstName: "Anne",
        lastName: "Petit",
        role: .administrator,
        scope: .everywhere,
        previousLoginAt: nil
    )

    @Test func `staff set the places of some days, below what is taken only when they say so, and the journal knows`() async throws {
        let town = try await BookingTown.open(with: .sharedTown())
        let families = [try await town.family("Dupont", children: ["Léa", "Tom"]), try await town.family("Martin", children: ["Zoé"])]
        let bookings = try town.bookings(at: early)
        try await bookings.confirm(families[0].children.map { add($0.id, 2, "2026-11-18") }, key: key(1), by: families[0])
        let service = CapacityService(try town.portal(at: early), town.catalogue)
        let activity = town.catalogue.activities[0]
        let days = try day("2026-11-16")...day("2026-12-06")
        func setting(_ capacity: Int?, allowed: Bool = false) -> CapacitySetting {
            CapacitySetting(
                counter: Identifier(1),
                group: Identifier(1),
                days: days,
                capacity: capacity,
                staff: nil,
                isBelowTakenAllowed: allowed
            )
        }
        await #expect(throws: CapacityRefusal.belowTaken(try day("2026-11-18"), taken: 2, limit: 1)) {
            try await service.set(setting(1), in: activity, by: member)
        }
        #expect(try town.count("SELECT count(*) FROM place_counters WHERE capacity IS NOT NULL") == 0)
        try await service.set(setting(1, allowed: true), in: activity, by: member)
        // Wednesdays 18 November and 2 December; the 25th is a strike day.
        #expect(try town.count("SELECT count(*) FROM place_counters WHERE capacity = 1") == 2)
        let zoe = families[1].children[0].id
        let review = try bookings.review([add(zoe, 2, "2026-11-18"), add(zoe, 1, "2026-12-02")], by: families[1])
        #expect(review.lines.map(\.outcome.isAccepted) == [false, true])
        try await service.set(setting(nil), in: activity, by: member)
        #expect(try bookings.review([add(zoe, 2, "2026-11-18")], by: families[1]).refused.isEmpty)
        #expect(try town.count("SELECT count(*) FROM audit WHERE act = 'capacity.set'") == 2)
    }

    @Test func `a closure of one activity leaves the others open, and an extra day opens whatever the pattern says`() throws {
        let town = try PortalCatalogue.bookingTown()
        let bridge = try TownClosure(firstDay: day("2026-12-02"), lastDay: day("2026-12-04"), reason: "grève", activities: ["mercredis"])
        let calendar = SchoolCalendar(zone: .c, closures: [bridge])
        let openings = town.activities.map { OpeningDays(of: $0, in: calendar) }
        #expect(try openings[0].closedReason(on: day("2026-12-02")) == .closure("grève"))
        #expect(try openings[1].isOpen(on: day("2026-12-03")))
        #expect(try calendar.isSchoolDay(day("2026-12-03")))
        let wednesdays = town.activities[0]
        let extra = try Activity(
            id: wednesdays.id,
            code: wednesdays.code,
            name: wednesdays.name,
            kind: wednesdays.kind,
            place: "",
            description: "",
            opening: wednesdays.opening,
            rules: wednesdays.rules,
            extraDays: [day("2026-12-02"), day("2026-12-04")],
            units: wednesdays.units,
            groups: wednesdays.groups,
            writtenSessions: []
        )
        let opening = OpeningDays(of: extra, in: calendar)
        for date in ["2026-12-02", "2026-12-04"] { #expect(try opening.isOpen(on: day(date))) }
        #expect(try !opening.isOpen(on: day("2026-12-03")))
    }

    @Test func `closures of some activities and extra days are imported and exported`() async throws {
        let file = try ExampleTowns.definition("bondoufle").yaml
        let closure = "    motif: Fermeture estivale\n"
        let pattern = "    jours: [mercredi]\n    période: scolaire\n    sessions: aucune\n"
        #expect(file.contains(closure) && file.contains(pattern))
        let changed = file.replacing(closure, with: closure + "    activités: [mercredis]\n")
            .replacing(pattern, with: pattern + "    jours ajoutés: [2027-05-05, 2027-05-07]\n")
        let definition = try ExampleTowns.read(changed)
        #expect(definition.closures.contains { $0.activities == ["mercredis"] })
        let portal = Portal(slug: "bondoufle", database: try temporaryDatabase(), clock: StoppedClock(Instant(seconds: 0)))
        try await PortalDefinitionService(portal).put(definition)
        let catalogue = try #require(try portal.database.read { try PortalCatalogueStore($0).load() })
        #expect(try catalogue.activity(code: "mercredis")?.extraDays == [day("2027-05-05"), day("2027-05-07")])
        #expect(PortalDefinition(catalogue).yaml == definition.yaml)
    }

    @Test func `a place that the staff add goes at once to who waits for it`() async throws {
        var ordered = try await OrderedTown([])
        for name in ["Premier", "Suivant", "Dernier"] { try await ordered.add(name) }
        for name in ["Premier", "Suivant", "Dernier"] { try await ordered.book(of: name) }
        #expect(try ordered.town.count("SELECT count(*) FROM awaited_places") == 2)
        let activity = ordered.town.catalogue.activities[0]
        let date = try day(OrderedTown.date)
        let counter = try #require(activity.counters.first?.id)
        let setting = CapacitySetting(counter: counter, group: activity.groups[0].id, days: date...date, capacity: 2, staff: nil)
        try await CapacityService(try ordered.town.portal(at: OrderedTown.now), ordered.town.catalogue).set(setting, in: activity, by: member)
        #expect(try ordered.town.count("SELECT count(*) FROM bookings") == 2)
        let waiting = try ordered.town.database.read { try $0.query("SELECT child_id FROM awaited_places") { try $0[0] as Identifier<Child> } }
        #expect(try waiting == [ordered.child("Dernier")])
    }
}
