import PortalCore
import Testing

/// The line of a full Wednesday (one place, J-7): who joins, who is next, what is offered and until when.
struct WaitingListTests {
    private let november4 = "2026-11-04"

    /// A town with one place and families named after their order.
    private func town(
        _ mode: WaitingListMode = .offered(hours: 24),
        families names: [String],
        places: Int = 1
    ) async throws -> (BookingTown, [HouseholdAccess]) {
        let town = try await BookingTown.open(with: .bookingTown(waitingList: mode, places: places))
        var families: [HouseholdAccess] = []
        for name in names { families.append(try await town.family(name, children: ["Léa", "Tom"])) }
        return (town, families)
    }

    private func outcome(_ request: Request) -> BookingOutcome? { request.lines.first?.outcome.plain }

    @Test func `a full day has a line, with its ranks in the planning, the recap and the answer`() async throws {
        let (town, families) = try await town(families: ["Premier", "Suivant", "Troisieme"])
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        for (number, family) in families.enumerated() {
            let change = add(family.children[0].id, 1, november4)
            let expected: BookingOutcome = number == 0 ? .accepted : .waiting(rank: number)
            #expect(try bookings.review([change], by: family).lines.map(\.outcome) == [expected])
            #expect(try await outcome(bookings.confirm([change], key: key(1), by: family)) == expected)
        }
        // A sibling in the same request comes behind.
        let both = families[0].children.map { add($0.id, 1, "2026-11-18") }
        #expect(try bookings.review(both, by: families[0]).lines.map(\.outcome) == [.accepted, .waiting(rank: 1)])
        #expect(try cell(of: families[2], on: november4, town).state == .waiting(rank: 2))
        #expect(try cell(of: families[0], child: 1, on: november4, town).state == .fullWithLine(rank: 3))
        #expect(try cell(of: families[2], on: november4, town).isTicked)
        let again = try await bookings.confirm([add(families[2].children[0].id, 1, november4)], key: key(2), by: families[2])
        #expect(outcome(again) == .alreadySo)
        #expect(try town.count("SELECT count(*) FROM bookings") == 1)
        #expect(try town.count("SELECT count(*) FROM awaited_places") == 2)
    }

    @Test func `a place that frees is held for the next, who accepts it`() async throws {
        let (town, families) = try await town(families: ["Premier", "Suivant", "Troisieme"])
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        let changes = families.map { add($0.children[0].id, 1, november4) }
        for (family, change) in zip(families, changes) { try await bookings.confirm([change], key: key(1), by: family) }
        try await bookings.confirm([cancel(families[0].children[0].id, 1, november4)], key: key(2), by: families[0])
        let until = try #require(Instant(rfc3339: "2026-10-02T10:00:00+02:00"))
        #expect(try cell(of: families[1], on: november4, town).state == .offered(until: until))
        #expect(try cell(of: families[2], on: november4, town).state == .waiting(rank: 1))
        // The place is held: nobody else gets it.
        #expect(try await outcome(bookings.confirm(changes[0...0].map(\.self), key: key(3), by: families[0])) == .waiting(rank: 2))
        #expect(try mails(town).contains { $0.contains("une place vous est proposée, à accepter avant le vendredi 2 octobre 2026 à 10") })
        #expect(try await outcome(bookings.confirm([changes[1]], key: key(4), by: families[1])) == .accepted)
        #expect(try town.count("SELECT count(*) FROM bookings") == 1)
        #expect(try town.count("SELECT taken FROM place_counters") == 1)
        #expect(try town.count("SELECT count(*) FROM awaited_places") == 2)
    }

    @Test func `a place that is refused, or not accepted in time, goes to the next`() async throws {
        let (town, families) = try await town(families: ["Premier", "Suivant", "Troisieme", "Quatrieme"])
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        for family in families { try await bookings.confirm([add(family.children[0].id, 1, november4)], key: key(1), by: family) }
        try await bookings.confirm([cancel(families[0].children[0].id, 1, november4)], key: key(2), by: families[0])
        let left = try await bookings.confirm([cancel(families[1].children[0].id, 1, november4)], key: key(2), by: families[1])
        #expect(outcome(left) == .left)
        guard case .offered = try cell(of: families[2], on: november4, town).state else {
            Issue.record("not offered to the next")
            return
        }
        // A day and a second later, by the job.
        let later = "2026-10-02T10:00:01+02:00"
        #expect(try await WaitingListService(town.portal(at: later), town.catalogue).settleDue() == 1)
        #expect(try await WaitingListService(town.portal(at: later), town.catalogue).settleDue() == 0)
        guard case .offered = try cell(of: families[3], on: november4, town, at: later).state else {
            Issue.record("not offered to the last")
            return
        }
        #expect(try mails(town).contains { $0.contains("elle va à la famille suivante") })
        let again = try await town.bookings(at: later).confirm([add(families[2].children[0].id, 1, november4)], key: key(3), by: families[2])
        #expect(outcome(again) == .waiting(rank: 1))
        #expect(try town.count("SELECT taken FROM place_counters") == 1)
    }

    @Test func `an offer that has run out is ended by whoever writes to the day, and cannot be accepted`() async throws {
        let (town, families) = try await town(families: ["Premier", "Suivant", "Troisieme"])
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        for family in families { try await bookings.confirm([add(family.children[0].id, 1, november4)], key: key(1), by: family) }
        try await bookings.confirm([cancel(families[0].children[0].id, 1, november4)], key: key(2), by: families[0])
        let late = try town.bookings(at: "2026-10-02T10:00:01+02:00")
        // The one who waited too long comes behind the next, who is offered the place in the same transaction.
        #expect(try await outcome(late.confirm([add(families[1].children[0].id, 1, november4)], key: key(3), by: families[1])) == .waiting(rank: 1))
        guard case .offered = try cell(of: families[2], on: november4, town, at: "2026-10-02T10:00:01+02:00").state else {
            Issue.record("not offered to the next")
            return
        }
    }

    @Test func `where the town gives places outright, the next one has it at once`() async throws {
        let (town, families) = try await town(.given, families: ["Premier", "Suivant"])
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        for family in families { try await bookings.confirm([add(family.children[0].id, 1, november4)], key: key(1), by: family) }
        try await bookings.confirm([cancel(families[0].children[0].id, 1, november4)], key: key(2), by: families[0])
        #expect(try cell(of: families[1], on: november4, town).state == .booked(asAbsence: false))
        #expect(try town.count("SELECT count(*) FROM awaited_places") == 0)
        #expect(try mails(town).contains { $0.contains("une place s'est libérée, elle est réservée") })
    }

    @Test func `nobody is offered a place after the limit of the day`() async throws {
        let (town, families) = try await town(families: ["Premier", "Suivant"])
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        for family in families { try await bookings.confirm([add(family.children[0].id, 1, november4)], key: key(1), by: family) }
        // J-7 at the end of the day is Wednesday 28 October. An offer made that morning ends with it.
        let morning = "2026-10-28T10:00:00+01:00"
        try await town.bookings(at: morning).confirm([cancel(families[0].children[0].id, 1, november4)], key: key(2), by: families[0])
        guard case .offered(let until) = try cell(of: families[1], on: november4, town, at: morning).state else {
            Issue.record("not offered")
            return
        }
        #expect(until.rfc3339 == "2026-10-28T23:59:59+01:00")
        let over = "2026-10-29T00:00:00+01:00"
        #expect(try await WaitingListService(town.portal(at: over), town.catalogue).settleDue() == 1)
        #expect(try town.count("SELECT count(*) FROM awaited_places") == 0)
        #expect(try town.count("SELECT taken FROM place_counters") == 0)
    }

    @Test func `who still waits at the limit is told so`() async throws {
        let (town, families) = try await town(families: ["Premier", "Suivant"])
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        for family in families { try await bookings.confirm([add(family.children[0].id, 1, november4)], key: key(1), by: family) }
        #expect(try await WaitingListService(town.portal(at: "2026-10-29T00:00:00+01:00"), town.catalogue).settleDue() == 1)
        #expect(try mails(town).contains { $0.contains("aucune place ne s'est libérée dans les délais") })
        #expect(try cell(of: families[1], on: november4, town, at: "2026-10-29T00:00:00+01:00").state == .locked(booked: false))
    }

    @Test func `places wanted together are offered when all of them are free, in one go`() async throws {
        let (town, families) = try await town(families: ["Premier", "Suivant", "Troisieme"])
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        let days = [november4, "2026-11-18"]
        for (number, day) in days.enumerated() {
            try await bookings.confirm([add(families[0].children[0].id, 1, day)], key: key(number), by: families[0])
        }
        let wanted = days.map { add(families[1].children[0].id, 1, $0) }
        let answer = try await bookings.confirm(wanted, key: key(1), by: families[1], together: true)
        #expect(answer.lines.map(\.outcome) == [.waiting(rank: 1), .waiting(rank: 1)])
        try await bookings.confirm([add(families[2].children[0].id, 1, november4)], key: key(1), by: families[2])
        // One of both days: it goes to the family behind, which wants no more.
        try await bookings.confirm([cancel(families[0].children[0].id, 1, november4)], key: key(5), by: families[0])
        #expect(try cell(of: families[1], on: november4, town).state == .waiting(rank: 1))
        guard case .offered = try cell(of: families[2], on: november4, town).state else {
            Issue.record("the free day is lost")
            return
        }
        try await bookings.confirm([cancel(families[2].children[0].id, 1, november4)], key: key(6), by: families[2])
        #expect(try cell(of: families[1], on: november4, town).state == .waiting(rank: 1))
        // Now both.
        try await bookings.confirm([cancel(families[0].children[0].id, 1, "2026-11-18")], key: key(7), by: families[0])
        for day in days {
            guard case .offered = try cell(of: families[1], on: day, town).state else {
                Issue.record("\(day) is not offered")
                return
            }
        }
        #expect(try town.count("SELECT CAST(sum(taken) AS BIGINT) FROM place_counters") == 2)
    }

    @Test func `nobody gives a booked unit up for a rank in a line`() async throws {
        let (town, families) = try await town(families: ["Premier", "Suivant"])
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        try await bookings.confirm([add(families[0].children[0].id, 1, november4)], key: key(1), by: families[0])
        // The other household of the child neither takes its rank nor leaves its line.
        try await bookings.confirm([add(families[1].children[0].id, 1, november4)], key: key(1), by: families[1])
        let other = try await town.secondHousehold("Autre", of: [families[1].children[0].id])
        let answer = try await bookings.confirm([cancel(families[1].children[0].id, 1, november4)], key: key(9), by: other)
        #expect(outcome(answer) == .refused("L'autre foyer de l'enfant attend déjà cette place le mercredi 4 novembre 2026."))
        #expect(try WaitingListService(town.portal(at: "2026-10-01T10:00:00+02:00"), town.catalogue).places(of: other).isEmpty)
        #expect(try WaitingListService(town.portal(at: "2026-10-01T10:00:00+02:00"), town.catalogue).places(of: families[1]).map(\.rank) == [1])
    }

    private func mails(_ town: BookingTown) throws -> [String] {
        try town.database.read { try $0.query("SELECT body FROM outbox ORDER BY id") { try $0[0] as String } }.map(plainSpaces)
    }

    private func cell(
        of family: HouseholdAccess,
        child: Int = 0,
        on date: String,
        _ town: BookingTown,
        at now: String = "2026-10-01T10:00:00+02:00"
    ) throws -> PlanningCell {
        let month = try #require(Month(iso: String(date.prefix(7))))
        let slot = BookingSlot(child: family.children[child].id, unit: Identifier(1), date: try day(date))
        let planning = try town.bookings(at: now).planning(month, of: family)
        return try #require(planning.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells).first { $0.slot == slot })
    }
}
