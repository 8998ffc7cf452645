import PortalCore
import Testing

/// What the staff do for families: past the limits, with a reason, and never unseen by the family.
struct DeskBookingTests {
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

    @Test func `the desk books past the limit, and over capacity only when it says so`() async throws {
        let town = try await BookingTown.open(with: .bookingTown(places: 1))
        let (first, second) = (try await town.family("Premier", children: ["Léa"]), try await town.family("Suivant", children: ["Tom"]))
        try await town.bookings(at: "2026-10-01T10:00:00+02:00").confirm([add(first.children[0].id, 1, "2026-11-04")], key: key(1), by: first)
        let (desk, household) = (
            DeskBookingService(try town.portal(at: "2026-11-03T10:00:00+01:00"), town.catalogue), second.families[0].household.id
        )
        let member = try await member(in: town)
        let change = [add(second.children[0].id, 1, "2026-11-04")]
        #expect(try desk.review(change, on: DeskTerms(), for: household)?.refused.count == 1)
        #expect(try desk.review(change, on: DeskTerms(overbooks: true), for: household)?.accepted.count == 1)
        await #expect(throws: FieldErrors.self) {
            try await desk.confirm(change, on: DeskTerms(overbooks: true), because: " ", key: key(1), for: household, by: member)
        }
        let id = try await desk.confirm(
            change,
            on: DeskTerms(overbooks: true),
            because: "Maman hospitalisée",
            key: key(1),
            for: household,
            by: member
        )
        #expect(try await desk.confirm(change, on: DeskTerms(), because: "Encore", key: key(1), for: household, by: member) == id)
        #expect(try town.count("SELECT taken FROM place_counters") == 2)
        let requests = try town.requests(at: "2026-11-03T10:00:00+01:00")
        #expect(try requests.latest(of: second).map(\.isByService) == [true])
        #expect(try requests.request(id, of: second)?.note == "Maman hospitalisée")
        #expect(try requests.request(id, of: first) == nil)
        #expect(try town.count("SELECT count(*) FROM outbox WHERE request_id IS NOT NULL") == 2)
        // Past the limit for the family too, the desk gives the place back.
        let back = [cancel(second.children[0].id, 1, "2026-11-04")]
        try await _ = desk.confirm(back, on: DeskTerms(), because: "Erreur", key: key(2), for: household, by: member)
        #expect(try town.count("SELECT taken FROM place_counters") == 1)
        #expect(try town.count("SELECT count(*) FROM audit WHERE act = 'bookings.changedByStaff'") == 2)
    }

    @Test func `what the activity asks holds for the desk too, and strangers' children are not its household's`() async throws {
        let town = try await BookingTown.open()
        let (first, second) = (try await town.family("Premier", children: ["Léa"]), try await town.family("Suivant", children: ["Tom"]))
        let desk = DeskBookingService(try town.portal(at: "2026-11-03T10:00:00+01:00"), town.catalogue)
        let household = first.families[0].household.id
        let rows: [(BookingChange, BookingOutcome)] = [
            (add(first.children[0].id, 1, "2026-11-25"), .refused("Fermé le mercredi 25 novembre 2026 : grève du personnel.")),
            (add(second.children[0].id, 1, "2026-11-18"), .refused("Cet enfant ne fait pas partie de votre foyer.")),
            (add(first.children[0].id, 1, "2028-11-08"), .refused("L'enfant n'est pas inscrit à « Mercredis » le mercredi 8 novembre 2028.")),
        ]
        for (change, expected) in rows {
            #expect(try desk.review([change], on: DeskTerms(overbooks: true), for: household)?.lines.map(\.outcome.plain) == [expected])
        }
        #expect(try desk.review([rows[0].0], on: DeskTerms(), for: Identifier(999)) == nil)
    }

    @Test func `a period that is locked for invoicing, and what the other household booked, are not the desk's to change`() async throws {
        let town = try await BookingTown.open()
        let anne = try await town.family("Anne", children: ["Léa"])
        let child = anne.children[0].id
        let paul = try await town.secondHousehold("Paul", of: [child])
        let early = "2026-10-01T10:00:00+02:00"
        let booked = [add(child, 1, "2026-11-04"), add(child, 1, "2026-11-18")]
        try await town.bookings(at: early).confirm(booked, key: key(1), by: anne)
        let member = try await member(in: town)
        try await town.database.write { transaction in
            try transaction.execute(
                "INSERT INTO billing_locks (first_day, last_day, locked_at, locked_by) VALUES ($1, $2, 0, $3)",
                try day("2026-11-01"),
                try day("2026-11-08"),
                member.id
            )
        }
        let desk = DeskBookingService(try town.portal(at: early), town.catalogue)
        let (hers, his) = (anne.families[0].household.id, paul.families[0].household.id)
        let locked = try desk.review([cancel(child, 1, "2026-11-04"), add(child, 2, "2026-11-04")], on: DeskTerms(), for: hers)
        let refusal = BookingRefusal.lockedForInvoicing(try day("2026-11-04")).french
        #expect(locked?.lines.map(\.outcome) == [.refused(refusal), .refused(refusal)])
        let november = try #require(Month(iso: "2026-11"))
        let cells = try desk.planning(november, of: hers)?.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells) ?? []
        let lockedDay = try day("2026-11-04")
        #expect(cells.filter { $0.slot.date == lockedDay }.allSatisfy { !$0.mayChange })
        #expect(cells.contains { $0.slot == booked[1].slot && $0.mayChange })
        let other = [cancel(child, 1, "2026-11-18")]
        #expect(try desk.review(other, on: DeskTerms(), for: his)?.refused.count == 1)
        #expect(try desk.review(other, on: DeskTerms(), for: hers)?.accepted.count == 1)
    }

    @Test func `a demand after the limit waits for the staff, who book it with a surcharge`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Premier", children: ["Léa"])
        let now = "2026-09-22T00:00:00+02:00"
        let slot = add(family.children[0].id, 4, "2026-10-19")
        let request = try await town.bookings(at: now).confirm([slot], key: key(1), by: family)
        guard case .asked = request.lines[0].outcome else {
            Issue.record("\(request.lines[0].outcome)")
            return
        }
        let desk = AskedBookingDesk(try town.portal(at: now), town.catalogue)
        #expect(try desk.waiting().map(\.slot) == [slot.slot])
        let member = try await member(in: town)
        try await desk.accept(slot.slot, on: DeskTerms(surcharge: Cents(500)), reason: "", by: member)
        #expect(try desk.waiting().isEmpty)
        #expect(try town.count("SELECT surcharge FROM bookings") == 500)
        let answered = try town.requests(at: now).request(request.id, of: family)
        #expect(answered?.lines.map(\.outcome) == [.acceptedLate])
        await #expect(throws: WaitingListRefusal.unknown) { try await desk.refuse(slot.slot, reason: "Trop tard", by: member) }
    }

    @Test func `a demand is refused with a reason, withdrawn by the family, or ends with its day`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Premier", children: ["Léa"])
        let now = "2026-09-22T00:00:00+02:00"
        let (bookings, desk) = (try town.bookings(at: now), AskedBookingDesk(try town.portal(at: now), town.catalogue))
        let member = try await member(in: town)
        let days = ["2026-10-19", "2026-10-20", "2026-10-21"].map { add(family.children[0].id, 4, $0) }
        let request = try await bookings.confirm(days, key: key(1), by: family)
        await #expect(throws: FieldErrors.self) { try await desk.refuse(days[0].slot, reason: "", by: member) }
        try await desk.refuse(days[0].slot, reason: "Plus d'animateur", by: member)
        let line = try town.requests(at: now).request(request.id, of: family)?.lines.first?.outcome.plain
        #expect(line == .refused("Refusé par le service : Plus d'animateur"))
        let left = try await bookings.confirm([cancel(family.children[0].id, 4, "2026-10-20")], key: key(2), by: family)
        #expect(left.lines.map(\.outcome) == [.left])
        let later = try town.portal(at: "2026-10-21T20:00:00+02:00")
        #expect(try await WaitingListService(later, town.catalogue).settleDue() == 1)
        #expect(try town.count("SELECT count(*) FROM awaited_places") == 0)
    }

    @Test func `the staff move a family in its line, offer before its turn and remove, each with a reason`() async throws {
        let town = try await BookingTown.open(with: .bookingTown(waitingList: .offered(hours: 24), places: 1))
        var families: [HouseholdAccess] = []
        for name in ["Premier", "Suivant", "Troisieme", "Quatrieme"] { families.append(try await town.family(name, children: ["Léa"])) }
        let now = "2026-10-01T10:00:00+02:00"
        let bookings = try town.bookings(at: now)
        for family in families { try await bookings.confirm([add(family.children[0].id, 1, "2026-11-04")], key: key(1), by: family) }
        let (desk, member) = (WaitingListDesk(try town.portal(at: now), town.catalogue), try await member(in: town))
        let last = add(families[3].children[0].id, 1, "2026-11-04").slot
        let date = try day("2026-11-04")
        await #expect(throws: FieldErrors.self) { try await desk.move(last, to: 1, reason: "", by: member) }
        await #expect(throws: WaitingListRefusal.noSuchRank(3)) { try await desk.move(last, to: 4, reason: "Urgence", by: member) }
        try await desk.move(last, to: 1, reason: "Urgence sociale", by: member)
        #expect(try desk.day("mercredis", on: date)?.entries.map(\.householdName) == ["Quatrieme", "Suivant", "Troisieme"])
        #expect(try desk.days().map(\.count) == [3])
        await #expect(throws: WaitingListRefusal.full) { try await desk.offer(last, reason: "Urgence", by: member) }
        try await desk.remove(last, reason: "À la demande de la famille", by: member)
        #expect(try desk.day("mercredis", on: date)?.entries.map(\.rank) == [1, 2])
        await #expect(throws: WaitingListRefusal.unknown) { try await desk.remove(last, reason: "Encore", by: member) }
        #expect(try town.count("SELECT count(*) FROM audit WHERE act = 'waiting.moved'") == 1)
    }
}
