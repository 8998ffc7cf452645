import PortalCore
import Testing

/// Closures that the staff declare: what they touch, what they cancel, what families are told, and how they are taken back.
struct ClosureServiceTests {
    private let early = "2026-10-01T10:00:00+02:00"
    private let wednesday = "2026-11-04"

    @Test func `a strike cancels the bookings of its day, tells each household, and is said on planning, agenda and feed`() async throws {
        let town = try await served(BookingTown.open())
        let (first, second) = (try await town.family("Premier", children: ["Léa", "Tom"]), try await town.family("Suivant", children: ["Zoé"]))
        let booked = [first.children[0], first.children[1]].map { add($0.id, 1, wednesday) }
        try await town.bookings(at: early).confirm(booked + [add(first.children[0].id, 1, "2026-11-18")], key: key(1), by: first)
        try await town.bookings(at: early).confirm([add(second.children[0].id, 1, wednesday)], key: key(1), by: second)
        let (service, member) = (try closures(of: town), try await member(in: town))
        let order = try order(activities: ["mercredis"])
        let impact = try service.impact(of: order)
        #expect(impact.bookings.count == 3)
        #expect(impact.families.map(\.name) == ["Premier", "Suivant"])
        #expect(impact.families.map(\.children) == [["Léa", "Tom"], ["Zoé"]])
        // Somebody booked meanwhile: the staff see it first.
        await #expect(throws: ClosureRefusal.changed(now: 3)) { try await service.declare(order, seen: 2, key: key(1), by: member) }
        #expect(try town.count("SELECT count(*) FROM bookings") == 4)
        let id = try await service.declare(order, seen: 3, key: key(1), by: member)
        #expect(try await service.declare(order, seen: 3, key: key(1), by: member) == id)
        #expect(try town.count("SELECT count(*) FROM bookings") == 1)
        #expect(try town.count("SELECT CAST(sum(taken) AS BIGINT) FROM place_counters") == 1)
        #expect(try mails(town).count { $0.contains("Ces réservations sont annulées, rien n'est facturé") } == 2)
        #expect(try mails(town).contains { $0.contains("mercredi 4 novembre 2026, Tom, Mercredis, Journée avec repas") })
        #expect(try town.count("SELECT count(*) FROM audit WHERE act = 'closure.bookingsCancelled'") == 3)
        #expect(try town.count("SELECT count(*) FROM audit WHERE act = 'closure.declared'") == 1)
        let now = try catalogue(of: town)
        let closed = BookingTown(database: town.database, catalogue: now)
        let month = try #require(Month(iso: "2026-11"))
        let planning = try closed.bookings(at: early).planning(month, of: first)
        let cells = planning.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells)
        let date = try day(wednesday)
        #expect(cells.filter { $0.slot.date == date }.allSatisfy { $0.state == .closed("grève (animateurs)") })
        let days = planning.weeks.flatMap(\.days)
        #expect(days.first { $0.date == date }?.note.map(plainSpaces) == "Fermé : Mercredis – grève (animateurs)")
        let agenda = try AgendaService(try closed.portal(at: early), now).agendas(from: date, days: 1, for: first)
        #expect(agenda[first.children[0].id]?.map(\.remark) == [.closed("grève (animateurs)")])
        let summary = CalendarEvent(try #require(agenda[first.children[0].id]?.first), of: first.children[0], usesInitials: false, portal: "ville")
        #expect(summary.isCancelled && summary.summary.contains("fermé"))
        // The family's history says who did it and why.
        #expect(try closed.requests(at: early).latest(of: second).map(\.isByService) == [true, false])
        // A request that began before the declaration books nothing either.
        let stale = try await town.bookings(at: early).confirm([add(second.children[0].id, 1, wednesday)], key: key(7), by: second)
        #expect(stale.lines.map(\.outcome.isRefused) == [true])
    }

    @Test func `a closure that is taken back gives back what is still free, and no more`() async throws {
        let town = try await BookingTown.open(with: .bookingTown(places: 2))
        let family = try await town.family("Premier", children: ["Léa", "Tom"])
        try await town.bookings(at: early).confirm(family.children.map { add($0.id, 1, wednesday) }, key: key(1), by: family)
        let (service, member) = (try closures(of: town), try await member(in: town))
        let id = try await service.declare(try order(activities: ["mercredis"]), seen: 2, key: key(1), by: member)
        try await town.database.write { transaction in
            try transaction.execute("UPDATE place_counters SET capacity = 1 WHERE day = $1", try day("2026-11-04"))
        }
        let answer = try await service.undo(id, key: key(2), by: member)
        #expect(answer.given == 1 && answer.lost == 1)
        #expect(try town.count("SELECT count(*) FROM bookings") == 1)
        #expect(try town.count("SELECT taken FROM place_counters") == 1)
        #expect(try mails(town).contains { $0.contains("n'a pas lieu") && $0.contains("n'a pas pu être rétablie") })
        await #expect(throws: ClosureRefusal.unknown) { try await service.undo(id, key: key(3), by: member) }
        let reopened = BookingTown(database: town.database, catalogue: try catalogue(of: town))
        #expect(reopened.catalogue.declared.isEmpty)
        // Once the day has come and gone, it stays.
        let late = try ClosureService(town.portal(at: "2026-11-05T08:00:00+01:00"), town.catalogue)
        let past = try await service.declare(try order(activities: ["mercredis"]), seen: 1, key: key(4), by: member)
        await #expect(throws: ClosureRefusal.begun) { try await late.undo(past, key: key(5), by: member) }
    }

    @Test func `under minimum service bookings stay, may be given up free of charge past the limit, and nothing new is booked`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Premier", children: ["Léa", "Tom"])
        try await town.bookings(at: early).confirm([add(family.children[0].id, 1, wednesday)], key: key(1), by: family)
        let (service, member) = (try closures(of: town), try await member(in: town))
        _ = try await service.declare(try order(activities: ["mercredis"], effect: .minimumService), seen: 1, key: key(1), by: member)
        #expect(try town.count("SELECT count(*) FROM bookings") == 1)
        #expect(try mails(town).contains { $0.contains("service minimum") && $0.contains("rien ne sera facturé") })
        let closed = BookingTown(database: town.database, catalogue: try catalogue(of: town))
        let refused = try closed.bookings(at: early).review([add(family.children[1].id, 1, wednesday)], by: family)
        #expect(refused.refused.count == 1)
        // J-7 is long over on the morning itself, for who cancels and for who reports an absence.
        let morning = try closed.bookings(at: "2026-11-04T07:30:00+01:00")
        let absence = AbsenceForm(
            children: [String(family.children[0].id.rawValue)],
            firstDay: wednesday,
            lastDay: "",
            activities: [],
            reason: "Maladie"
        )
        let told = try AbsenceService(closed.portal(at: "2026-11-04T07:30:00+01:00"), closed.catalogue, hasAntivirus: false).review(
            absence,
            by: family
        )
        #expect(told.lines.map(\.difference) == [Cents(-1200)])
        #expect(try morning.review([cancel(family.children[0].id, 1, wednesday)], by: family).lines.map(\.outcome) == [.accepted])
        #expect(try await morning.confirm([cancel(family.children[0].id, 1, wednesday)], key: key(2), by: family).lines.map(\.outcome) == [.accepted])
    }

    @Test func `a closure ends the lines of its days, and its group's only`() async throws {
        let town = try await BookingTown.open(with: .bookingTown(waitingList: .offered(hours: 24), places: 1))
        let (first, second) = (try await town.family("Premier", children: ["Léa"]), try await town.family("Suivant", children: ["Zoé"]))
        for family in [first, second] {
            try await town.bookings(at: early).confirm([add(family.children[0].id, 1, wednesday)], key: key(1), by: family)
        }
        let (service, member) = (try closures(of: town), try await member(in: town))
        let group = try #require(town.catalogue.activity(code: "mercredis")?.groups.first?.id)
        let scope = ClosureScope(groups: [group])
        let order = try order(scope: scope)
        #expect(try service.impact(of: order).waiting == 1)
        _ = try await service.declare(order, seen: 1, key: key(1), by: member)
        #expect(try town.count("SELECT count(*) FROM awaited_places") == 0)
        #expect(try town.count("SELECT count(*) FROM bookings") == 0)
        #expect(try mails(town).contains { $0.contains("vous n'êtes plus en liste d'attente") })
        let closed = BookingTown(database: town.database, catalogue: try catalogue(of: town))
        let lines = try closed.bookings(at: early).review([add(first.children[0].id, 1, wednesday)], by: first).lines
        #expect(lines.map(\.outcome.plain) == [.refused("Fermé le mercredi 4 novembre 2026 : grève (animateurs).")])
    }

    @Test func `families that book while a strike is declared keep nothing on its day, from however many processes`() async throws {
        let place = try TemporaryPlace()
        let catalogue = try PortalCatalogue.bookingTown(places: 100)
        let first = try await served(BookingTown.open(on: try place.open(), with: catalogue))
        let towns = TestServer.uri == nil ? [first] : [first, BookingTown(database: try place.open(), catalogue: first.catalogue)]
        var families: [HouseholdAccess] = []
        for number in 1...40 { families.append(try await first.family("Parent\(number)", children: ["Léa"])) }
        let processes = try towns.map { try $0.bookings(at: early) }
        let member = try await member(in: first)
        let service = try closures(of: towns[towns.count - 1])
        let order = try order(activities: ["mercredis"])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, family) in families.enumerated() {
                group.addTask {
                    try await processes[number % processes.count].confirm([add(family.children[0].id, 1, "2026-11-04")], key: key(number), by: family)
                }
            }
            group.addTask {
                var seen = try service.impact(of: order).bookings.count
                while true {
                    do {
                        _ = try await service.declare(order, seen: seen, key: key(1), by: member)
                        return
                    } catch ClosureRefusal.changed(let now) { seen = now }
                }
            }
            try await group.waitForAll()
        }
        #expect(try first.count("SELECT count(*) FROM bookings") == 0)
        #expect(try first.count("SELECT coalesce(CAST(sum(taken) AS BIGINT), 0) FROM place_counters") == 0)
    }

    @Test func `a form without days or anything that closes is refused field by field`() throws {
        let catalogue = try PortalCatalogue.bookingTown()
        let today = try day("2026-10-01")
        let rows: [([String: String], [String], [String])] = [
            (["cause": "grève"], [], ["du", "effet", "activite"]),
            (["du": "2026-09-30", "cause": "grève", "effet": "annule"], ["mercredis"], ["du"]),
            (["du": "2026-11-04", "au": "2026-11-03", "cause": "grève", "effet": "annule"], ["mercredis"], ["au"]),
            // A Thursday has no Wednesday activity.
            (["du": "2026-11-05", "cause": "grève", "effet": "annule"], ["mercredis"], ["du"]),
            (["du": "2026-11-04", "cause": "paresse", "effet": "annule"], ["mercredis"], ["cause"]),
        ]
        for (values, activities, fields) in rows {
            let form = ClosureForm(values: values, activities: activities, groups: [])
            do {
                _ = try form.checked(in: catalogue, today: today)
                Issue.record("accepted: \(values)")
            } catch {
                #expect(error.inOrder(of: ClosureForm.Field.self).entries.map(\.field).sorted() == fields.sorted(), "\(values)")
            }
        }
    }

    @Test func `a declared closure leaves the limits of other days as families were told them`() throws {
        let catalogue = try PortalCatalogue.bookingTown()
        let strike = DeclaredClosure(
            id: Identifier(1),
            days: try day("2026-11-12")...day("2026-11-12"),
            cause: .strike,
            effect: .cancels,
            scope: .whole,
            declaredAt: Instant(seconds: 0)
        )
        let closed = catalogue.declaring([strike])
        #expect(try closed.calendar.isSchoolDay(day("2026-11-12")))
        #expect(try closed.closures == catalogue.closures && closed.calendar.closure(on: day("2026-11-12")) != nil)
    }

    private func order(activities: Set<String> = [], effect: ClosureEffect = .cancels, scope: ClosureScope? = nil) throws -> ClosureOrder {
        let form = ClosureForm(
            values: ["du": wednesday, "cause": "grève", "precision": "animateurs", "effet": effect.rawValue],
            activities: activities.sorted(),
            groups: (scope?.groups ?? []).map { String($0.rawValue) }
        )
        return try form.checked(in: .bookingTown(), today: day("2026-10-01"))
    }

    /// The town with its definition in its database, so that whoever books finds what has changed meanwhile.
    private func served(_ town: BookingTown) async throws -> BookingTown {
        try await PortalDefinitionService(town.portal(at: early)).put(PortalDefinition(town.catalogue))
        let catalogue = try #require(try town.database.read { try PortalCatalogueStore($0).load() })
        return BookingTown(database: town.database, catalogue: catalogue)
    }

    private func closures(of town: BookingTown) throws -> ClosureService { try ClosureService(town.portal(at: early), town.catalogue) }

    /// The town's catalogue with what is declared now.
    private func catalogue(of town: BookingTown) throws -> PortalCatalogue {
        town.catalogue.declaring(try town.database.read { try ClosureStore($0).holding() })
    }

    private func mails(_ town: BookingTown) throws -> [String] {
        try town.database.read { try $0.query("SELECT body FROM outbox ORDER BY id") { try $0[0] as String } }.map(plainSpaces)
    }

    private func member(in town: BookingTown) async throws -> StaffMember {
        let login = try #require(Login("nadia"))
        let id = try await town.database.write { transaction in
            try StaffStore(transaction).insert(login: login, passwordHash: "", firstName: "Nadia", lastName: "Benali", role: .serviceDesk)
        }
        return StaffMember(
            id: id,
            login: "nadia",
            firstName: "Nadia",
            lastName: "Benali",
            role: .serviceDesk,
            scope: .everywhere,
            previousLoginAt: nil
        )
    }
}
