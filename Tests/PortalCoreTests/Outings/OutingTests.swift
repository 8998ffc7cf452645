import PortalCore
import Testing

/// Outings: children of the right age and activity book them without being enrolled, within their window, their places and their line.
struct OutingTests {
    private let date = "2026-12-16"
    private let now = "2026-11-10T10:00:00+01:00"

    private func outcome(_ home: OutingTown, _ family: HouseholdAccess, _ date: String, at now: String) throws -> BookingOutcome? {
        let change = add(family.children[0].id, home.unit, date)
        return try home.town.bookings(at: now).review([change], by: family).lines.first?.outcome.plain
    }

    @Test func `a child is booked within the window, and enrolled by that until it is cancelled`() async throws {
        let home = try await OutingTown()
        let family = try await home.family("Dupont")
        let child = family.children[0].id
        #expect(
            try outcome(home, family, date, at: "2026-11-02T07:59:59+01:00")
                == .refused("Les réservations du mercredi 16 décembre 2026 ouvrent le lundi 2 novembre 2026 à 8 h 00.")
        )
        #expect(
            try outcome(home, family, date, at: "2026-12-06T18:00:01+01:00")
                == .refused("Les réservations du mercredi 16 décembre 2026 ont fermé le dimanche 6 décembre 2026 à 18 h 00.")
        )
        #expect(try outcome(home, family, "2026-12-15", at: now)?.isRefused == true)
        let month = try #require(Month(iso: "2026-12"))
        func cells() throws -> [PlanningCell] {
            try home.town.bookings(at: now).planning(month, of: family).weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells)
                .filter { $0.activity == home.outing.id }
        }
        #expect(try cells().map(\.slot.date.iso) == [date, "2026-12-17"])
        #expect(try cells().first?.state == .free(placesLeft: 2))
        let invitations = try OutingService(home.town.portal(at: now), home.town.catalogue).invitations(of: family)
        #expect(invitations.map(\.date.iso) == [date, "2026-12-17"])
        #expect(invitations.first?.plan.meeting.contains("devant le centre") == true)
        let bookings = try home.town.bookings(at: now)
        try await bookings.confirm([add(child, home.unit, date)], key: key(1), by: family)
        #expect(try home.enrolled() == 1 && cells().first?.state == .booked(asAbsence: false))
        let calls = RollCallService(try home.town.portal(at: "2026-12-16T13:00:00+01:00"), home.town.catalogue)
        let admin = try await home.town.administrator()
        #expect(try calls.list(of: "cirque", unit: nil, on: day(date), for: admin)?.children.map(\.child.id) == [child])
        try await bookings.confirm([cancel(child, home.unit, date)], key: key(2), by: family)
        #expect(try home.enrolled() == 0)
        #expect(try home.town.count("SELECT CAST(sum(taken) AS BIGINT) FROM place_counters") == 0)
    }

    @Test func `a full outing has its line, and whoever comes off it is enrolled too`() async throws {
        let home = try await OutingTown()
        let families = [try await home.family("Premier", children: ["Léa", "Tom"]), try await home.family("Suivant")]
        let bookings = try home.town.bookings(at: now)
        try await bookings.confirm(families[0].children.map { add($0.id, home.unit, date) }, key: key(1), by: families[0])
        let wait = try await bookings.confirm([add(families[1].children[0].id, home.unit, date)], key: key(1), by: families[1])
        #expect(wait.lines.map(\.outcome) == [.waiting(rank: 1)])
        #expect(
            try OutingService(home.town.portal(at: now), home.town.catalogue).invitations(of: families[1])[0].guests[0].state == .waiting(rank: 1)
        )
        try await bookings.confirm([cancel(families[0].children[0].id, home.unit, date)], key: key(2), by: families[0])
        #expect(try home.enrolled() == 2)
        #expect(try home.town.count("SELECT count(*) FROM awaited_places") == 0)
        #expect(try home.town.count("SELECT max(taken) FROM place_counters") == 2)
    }

    @Test func `an outing is for the ages of its groups and the activities that it names`() async throws {
        for (participants, ages, isInvited) in [
            ("[mercredis]", "6-11", true), ("[vacances]", "6-11", false), (nil, "6-11", true), ("[mercredis]", "9-11", false), (nil, "3-5", false),
            ("[vacances, mercredis]", "8-8", true),
        ] as [(String?, String, Bool)] {
            let home = try await OutingTown(OutingTown.yaml(participants: participants, ages: ages))
            let family = try await home.family("Dupont")
            let service = OutingService(try home.town.portal(at: now), home.town.catalogue)
            #expect(try service.invitations(of: family).isEmpty != isInvited, "\(participants ?? "tous") \(ages)")
            let answer = try outcome(home, family, date, at: now)
            #expect(answer == (isInvited ? .accepted : .refused("L'enfant n'est pas inscrit à « Cirque d'hiver » le mercredi 16 décembre 2026.")))
        }
    }

    @Test func `an outing reads back as it is written, and says what does not fit`() throws {
        let town = try ExampleTowns.read(OutingTown.yaml(participants: "[mercredis]"))
        let outing = try #require(town.activities.first { $0.code == "cirque" })
        #expect(outing.outing?.participants == ["mercredis"] && outing.extraDays.map(\.iso) == [date, "2026-12-17"])
        #expect(try ExampleTowns.read(town.yaml) == town)
        let rows = [
            ("    dates: [2026-12-16, 2026-12-17]\n", "    jours: [mercredi]\n", "dates"), ("2026-12-17]", "2026-12-16]", "deux fois"),
            ("type: sortie", "type: jeunesse", "seule une activité de type sortie"), ("à: [mercredis]", "à: [inconnue]", "aucune activité"),
        ]
        for (text, replacement, words) in rows {
            let error = #expect(throws: DefinitionError.self) {
                try ExampleTowns.read(OutingTown.yaml(participants: "[mercredis]").replacing(text, with: replacement))
            }
            #expect(error?.description.contains(words) == true, "\(replacement): \(error?.description ?? "")")
        }
    }
}

extension BookingTown {
    fileprivate func administrator() async throws -> StaffMember {
        let login = try #require(Login("admin"))
        let id = try await database.write {
            try StaffStore($0).insert(login: login, passwordHash: "", firstName: "Nadia", lastName: "Benali", role: .administrator)
        }
        return StaffMember(
            id: id,
            login: "admin",
            firstName: "Nadia",
            lastName: "Benali",
            role: .administrator,
            scope: .everywhere,
            previousLoginAt: nil
        )
    }
}
