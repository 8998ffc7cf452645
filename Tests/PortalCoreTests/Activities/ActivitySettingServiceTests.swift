import PortalCore
import Testing

/// What administrators change in an activity: each change is shown before, judged by, kept in the journal, and safe from a file that ignores it.
struct ActivitySettingServiceTests {
    private let now = "2026-10-01T10:00:00+02:00"

    private struct Home {
        let town: BookingTown
        let family: HouseholdAccess
        let admin: StaffMember

        init() async throws { try await self.init(try PortalDefinition(.bookingTown(places: 3)), slug: "ville") }

        init(_ definition: PortalDefinition, slug: String) async throws {
            let database = try temporaryDatabase()
            let clock = StoppedClock(try #require(Instant(rfc3339: "2026-10-01T10:00:00+02:00")))
            try await PortalDefinitionService(Portal(slug: slug, database: database, clock: clock)).put(definition)
            town = BookingTown(database: database, catalogue: try Home.catalogue(database))
            family = try await town.family("Dupont", children: ["Léa", "Tom"])
            let login = try #require(Login("admin"))
            let id = try await town.database.write {
                try StaffStore($0).insert(login: login, passwordHash: "", firstName: "Nadia", lastName: "Benali", role: .administrator)
            }
            admin = StaffMember(
                id: id,
                login: "admin",
                firstName: "Nadia",
                lastName: "Benali",
                role: .administrator,
                scope: .everywhere,
                previousLoginAt: nil
            )
        }

        /// The catalogue as it is now.
        func reread() throws -> PortalCatalogue { try Home.catalogue(town.database) }

        func activity(_ code: String = "mercredis") throws -> Activity { try #require(try reread().activity(code: code)) }

        private static func catalogue(_ database: any Database) throws -> PortalCatalogue {
            try #require(try database.read { try PortalCatalogueStore($0).load() })
        }
    }

    private func change(_ home: Home, _ form: ActivityForm, at now: String? = nil, code: String = "mercredis") async throws {
        let portal = try home.town.portal(at: now ?? self.now)
        let (catalogue, activity) = (try home.reread(), try home.activity(code))
        let change = try form.checked(for: activity, in: catalogue.calendar, today: ParisTime.date(portal.clock.now))
        try await ActivitySettingService(portal, catalogue).apply(change, on: activity, by: home.admin)
    }

    private func impact(_ home: Home, _ form: ActivityForm, code: String = "mercredis") throws -> ActivityImpact {
        let portal = try home.town.portal(at: now)
        let (catalogue, activity) = (try home.reread(), try home.activity(code))
        let change = try form.checked(for: activity, in: catalogue.calendar, today: ParisTime.date(portal.clock.now))
        return try ActivitySettingService(portal, catalogue).impact(of: change, on: activity)
    }

    private func form(_ kind: ActivityForm.Kind, _ values: [ActivityForm.Field: String], weekdays: [String] = []) -> ActivityForm {
        ActivityForm(values.merging([.kind: kind.rawValue]) { $1 }, weekdays: weekdays)
    }

    /// What a family is answered that asks for a Wednesday.
    private func answer(_ home: Home, _ date: String, at now: String? = nil, unit: Int64 = 1) throws -> BookingOutcome? {
        let service = BookingService(try home.town.portal(at: now ?? self.now), try home.reread())
        return try service.review([add(home.family.children[0].id, unit, date)], by: home.family).lines.first?.outcome.plain
    }

    @Test func `a window is posed, edited and taken back, and families are judged by it at once`() async throws {
        let home = try await Home()
        var window = form(
            .window,
            [.windowFirst: "2026-12-02", .windowLast: "2026-12-16", .opensAt: "2026-11-02T08:00", .residents: "2026-10-26 08:00"]
        )
        try await home.town.bookings(at: now).confirm([add(home.family.children[0].id, 1, "2026-12-02")], key: key(1), by: home.family)
        let impact = try impact(home, window)
        #expect(impact.lines.map(\.title) == ["Jours d'ouverture", "Résidents", "Tout le monde", "Déjà réservé"])
        #expect(plainSpaces(impact.lines[0].words) == "3 jours, du mercredi 2 décembre 2026 au mercredi 16 décembre 2026.")
        #expect(plainSpaces(impact.lines[3].words) == "1 réservation de 1 famille : elle reste.")
        #expect(try answer(home, "2026-12-09") == .accepted)
        try await change(home, window)
        #expect(try answer(home, "2026-12-09") == .refused("Les réservations du mercredi 9 décembre 2026 ouvrent le lundi 2 novembre 2026 à 8 h 00."))
        #expect(try home.town.count("SELECT count(*) FROM bookings") == 1)
        // The same first day: it is replaced.
        window[.opensAt] = "2026-10-01T08:00"
        window[.residents] = ""
        try await change(home, window)
        #expect(try home.activity().terms.windows.count == 1)
        #expect(try answer(home, "2026-12-09") == .accepted)
        try await change(home, form(.windowRemoval, [.day: "2026-12-02"]))
        #expect(try home.activity().terms.windows.isEmpty)
        await #expect(throws: FieldErrors.self) { try await change(home, form(.windowRemoval, [.day: "2026-12-02"])) }
        #expect(try home.town.count("SELECT count(*) FROM audit WHERE act LIKE 'activity.window%'") == 3)
    }

    @Test func `a horizon holds from its day on, until another does`() async throws {
        let home = try await Home()
        let weeks = form(.horizon, [.horizonFirst: "2026-12-01", .horizonCount: "6", .horizonSpan: "semaines", .horizonTime: "08:00"])
        let impact = try impact(home, weeks)
        #expect(impact.lines[0].title == "Jours concernés" && impact.lines[0].words.contains("et ensuite"))
        #expect(plainSpaces(impact.lines[2].words).contains("du mercredi 2 décembre 2026 au"))
        try await change(home, weeks)
        #expect(try answer(home, "2026-11-18") == .accepted)
        #expect(
            try answer(home, "2026-12-02") == .refused("Les réservations du mercredi 2 décembre 2026 ouvrent le mercredi 21 octobre 2026 à 8 h 00.")
        )
        #expect(try answer(home, "2026-12-02", at: "2026-10-21T08:00:00+02:00") == .accepted)
        try await change(home, form(.horizon, [.horizonFirst: "2027-01-04", .horizonSpan: "semaines"]))
        #expect(try answer(home, "2027-01-06") == .accepted)
        try await change(home, form(.horizonRemoval, [.day: "2026-12-01"]))
        #expect(try answer(home, "2026-12-02") == .accepted)
        let session = form(.horizon, [.horizonFirst: "2026-12-01", .horizonCount: "6", .horizonSpan: "semaines", .horizonOrigin: "session"])
        await #expect(throws: FieldErrors.self) { try await change(home, session) }
        try await change(home, session, code: "vacances")
        #expect(try home.activity("vacances").terms.countsFromSessionAnywhere)
    }

    @Test func `a day is added and taken back, never under a booking`() async throws {
        let home = try await Home()
        #expect(try answer(home, "2026-11-17") == .refused("Fermé le mardi 17 novembre 2026 : pas d'accueil ce jour de la semaine."))
        let days = form(.extraDays, [.daysFirst: "2026-11-16", .daysLast: "2026-11-29"], weekdays: ["mardi"])
        #expect(plainSpaces(try impact(home, days).lines[0].words).hasPrefix("mardi 17 novembre 2026 (pas d'accueil"))
        try await change(home, days)
        #expect(try home.activity().extraDays.map(\.iso) == ["2026-11-17", "2026-11-24"])
        let bookings = BookingService(try home.town.portal(at: now), try home.reread())
        try await bookings.confirm([add(home.family.children[0].id, 1, "2026-11-17")], key: key(1), by: home.family)
        #expect(try home.town.count("SELECT count(*) FROM bookings") == 1)
        await #expect(throws: FieldErrors.self) { try await change(home, form(.extraDayRemoval, [.day: "2026-11-17"])) }
        try await change(home, form(.extraDayRemoval, [.day: "2026-11-24"]))
        #expect(try home.activity().extraDays.map(\.iso) == ["2026-11-17"])
    }

    @Test func `fewer places than children are said before, and cancel nobody`() async throws {
        let home = try await Home()
        let booked = home.family.children.map { add($0.id, 1, "2026-11-18") }
        try await home.town.bookings(at: now).confirm(booked, key: key(1), by: home.family)
        let activity = try home.activity()
        var places = form(
            .places,
            [
                .group: String(activity.groups[0].id.rawValue), .counter: String(activity.counters[0].id.rawValue), .placesFirst: "2026-11-11",
                .placesLast: "2026-12-31", .capacity: "1",
            ]
        )
        let impact = try impact(home, places)
        #expect(impact.crowded.map(\.date) == [try day("2026-11-18")] && impact.crowded.map { [$0.taken, $0.limit] } == [[2, 1]])
        await #expect(throws: CapacityRefusal.belowTaken(try day("2026-11-18"), taken: 2, limit: 1)) { try await change(home, places) }
        places[.allowed] = "oui"
        try await change(home, places)
        #expect(try home.town.count("SELECT count(*) FROM bookings") == 2)
        let service = ActivitySettingService(try home.town.portal(at: now), try home.reread())
        let set = try service.settings(of: activity, from: try day("2026-10-01"))
        #expect(set.map(\.days) == [try day("2026-11-18")...day("2026-12-16")] && set.map(\.capacity) == [1])
    }

    @Test func `what is wrong is said next to its field`() async throws {
        let home = try await Home()
        try await change(home, form(.window, [.windowFirst: "2026-12-02", .windowLast: "2026-12-16", .opensAt: "2026-11-02T08:00"]))
        let (activity, calendar) = (try home.activity(), try home.reread().calendar)
        let window: [ActivityForm.Field: String] = [.windowFirst: "2027-01-04", .windowLast: "2027-02-05", .opensAt: "2026-12-01T08:00"]
        let rows: [(ActivityForm.Kind, [ActivityForm.Field: String], ActivityForm.Field, String)] = [
            (.window, [.windowFirst: ""], .windowFirst, "Donnez"), (.window, [.windowLast: "2027-01-03"], .windowLast, "avant le premier"),
            (.window, [.windowFirst: "2026-09-01", .windowLast: "2026-09-30"], .windowLast, "passés"),
            (.window, [.windowFirst: "2026-12-09"], .windowFirst, "déjà ceux de la fenêtre"), (.window, [.opensAt: "demain"], .opensAt, "l'heure"),
            (.window, [.opensAt: "2027-03-28T02:30"], .opensAt, "l'heure"),
            (.window, [.closesAt: "2026-12-01T08:00"], .closesAt, "avant l'ouverture"),
            (.window, [.working: "2026-12-02T08:00"], .working, "avant tout le monde"),
            (.window, [.schoolNames: "Jaurès"], .schoolNames, "vont ensemble"),
            (.window, [.schools: "2026-11-30T08:00"], .schoolNames, "vont ensemble"),
            (.horizon, [.horizonFirst: "2026-09-30"], .horizonFirst, "passé"),
            (.horizon, [.horizonFirst: "2026-12-01", .horizonCount: "58", .horizonSpan: "semaines"], .horizonCount, "entre 1 et 57"),
            (.horizon, [.horizonFirst: "2026-12-01", .horizonCount: "6", .horizonTime: "25:00"], .horizonTime, "n'existe pas"),
            (.extraDays, [.daysFirst: "2026-11-18"], .daysFirst, "déjà ouverte"), (.extraDays, [.daysFirst: "2026-09-30"], .daysFirst, "passé"),
            (.extraDays, [.daysFirst: "2026-11-01", .daysLast: "2027-05-01"], .daysLast, "60 jours au plus"),
            (.places, [.placesFirst: "2026-11-18", .capacity: "mille"], .capacity, "entre 0 et 5000"), (.places, [:], .group, "Choisissez"),
            (.extraDayRemoval, [:], .day, "manque"), (.times, [.timesUnit: "soir"], .timesUnit, "Choisissez"),
            (.times, [.timesUnit: "matin", .departureStep: "7"], .departureStep, "dans la liste"),
        ]
        for (kind, values, field, words) in rows {
            let typed = form(kind, kind == .window ? window.merging(values) { $1 } : values)
            let errors = #expect(throws: FieldErrors.self) { _ = try typed.checked(for: activity, in: calendar, today: try day("2026-10-01")) }
            #expect(errors?[field]?.contains(words) == true, "\(field): \(errors?.entries.map(\.message) ?? [])")
        }
        #expect(throws: FieldErrors.self) { _ = try ActivityForm().checked(for: activity, in: calendar, today: try day("2026-10-01")) }
    }

    @Test func `a file that would undo what the pages have set is refused, and one that says it is not`() async throws {
        let home = try await Home(try ExampleTowns.definition("charost"), slug: "charost")
        let service = PortalDefinitionService(Portal(slug: "charost", database: home.town.database, clock: try home.town.portal(at: now).clock))
        let before = try #require(try service.definition())
        try await change(home, form(.window, [.windowFirst: "2026-12-01", .windowLast: "2026-12-18", .opensAt: "2026-11-02T08:00"]), code: "cantine")
        try await change(home, form(.extraDays, [.daysFirst: "2026-11-18"]), code: "cantine")
        try await change(home, form(.horizon, [.horizonFirst: "2026-12-01", .horizonCount: "40", .horizonSpan: "jours"]), code: "cantine")
        try await change(home, form(.times, [.timesUnit: "soir", .arrivalStep: "15"]), code: "periscolaire")
        let refusal = await #expect(throws: DefinitionRefusal.self) { try await service.put(before) }
        let words = plainSpaces(refusal?.message ?? "")
        #expect(words.contains("« fenêtres » de « Cantine » (Nadia Benali, le 1er octobre 2026)"))
        #expect(words.contains("« jours ajoutés »") && words.contains("« ouverture »") && words.contains("« heures demandées aux familles »"))
        let exported = try #require(try service.definition())
        let read = try ExampleTowns.read(exported.yaml)
        #expect(read == exported && exported.yaml.contains("ouvertures datées"))
        try await service.put(read)
        // The pages' changes are the file's now.
        try await service.put(before)
        #expect(try home.activity("cantine").terms == before.activities.first { $0.code == "cantine" }?.terms)
        try await change(home, form(.extraDays, [.daysFirst: "2026-11-18"]), code: "cantine")
        try await service.put(before, overwriting: true)
        #expect(try home.activity("cantine").extraDays.isEmpty)
    }
}

extension BookingTerms {
    fileprivate var countsFromSessionAnywhere: Bool { datedHorizons.contains { $0.horizon?.countsFromSession == true } }
}
