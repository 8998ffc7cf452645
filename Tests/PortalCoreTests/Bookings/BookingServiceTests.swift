import PortalCore
import Testing

struct BookingServiceTests {
    @Test func `a booking and its cancellation are kept, counted, journalled and told`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa", "Tom"])
        let (lea, tom) = (family.children[0].id, family.children[1].id)
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")

        let first = try await bookings.confirm([add(lea, 1, "2026-11-04"), add(tom, 1, "2026-11-04")], key: key(1), by: family)
        #expect(first.lines.map(\.outcome.plain) == [.accepted, .accepted])
        #expect(BookingReview(lines: first.lines).difference == Cents(2400))
        #expect(try town.count("SELECT taken FROM place_counters WHERE counter_id = 1") == 2)

        let second = try await bookings.confirm([cancel(lea, 1, "2026-11-04")], key: key(2), by: family)
        #expect(second.lines.map(\.outcome.plain) == [.accepted])
        #expect(BookingReview(lines: second.lines).difference == Cents(-1200))
        #expect(try town.count("SELECT taken FROM place_counters WHERE counter_id = 1") == 1)
        #expect(try town.count("SELECT count(*) FROM bookings") == 1)
        #expect(try town.count("SELECT count(*) FROM audit WHERE act = 'bookings.changed'") == 3)
        #expect(try town.count("SELECT count(*) FROM outbox WHERE recipient = 'dupont@example.org'") == 2)
    }

    @Test func `the limit is the clock's inside the write, to the second, and the refusal says the rule and its date`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let change = add(family.children[0].id, 1, "2026-11-18")
        // The page was loaded and reviewed before midnight, and confirmed after it.
        let review = try town.bookings(at: "2026-11-11T23:59:59+01:00").review([change], by: family)
        #expect(review.lines.map(\.outcome.plain) == [.accepted])
        let late = try await town.bookings(at: "2026-11-12T00:00:00+01:00").confirm([change], key: key(1), by: family)
        let reason = "Délai dépassé : réservable jusqu'au mercredi 11 novembre 2026 à 23 h 59 (au plus tard 7 jours avant, à 23 h 59)."
        #expect(late.lines.map(\.outcome.plain) == [.refused(reason)])
        #expect(try town.count("SELECT count(*) FROM bookings") == 0)
        #expect(try town.count("SELECT count(*) FROM outbox") == 0)
        let inTime = try await town.bookings(at: "2026-11-11T23:59:59+01:00").confirm([change], key: key(2), by: family)
        #expect(inTime.lines.map(\.outcome.plain) == [.accepted])
    }

    @Test func `what no page offers is answered with a refusal`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let stranger = try await town.family("Martin", children: ["Hugo"])
        let lea = family.children[0].id
        let rows: [(BookingChange, String)] = [
            (add(stranger.children[0].id, 1, "2026-11-04"), "Cet enfant ne fait pas partie de votre foyer."),
            (cancel(stranger.children[0].id, 1, "2026-11-04"), "Cet enfant ne fait pas partie de votre foyer."),
            (add(Identifier(9999), 1, "2026-11-04"), "Cet enfant ne fait pas partie de votre foyer."),
            (add(lea, 9999, "2026-11-04"), "Cette activité n'existe pas."),
            (add(lea, 1, "2026-11-05"), "Fermé le jeudi 5 novembre 2026 : pas d'accueil ce jour de la semaine."),
            (add(lea, 1, "2026-11-11"), "Fermé le mercredi 11 novembre 2026 : jour férié (Armistice 1918)."),
            (add(lea, 1, "2026-11-25"), "Fermé le mercredi 25 novembre 2026 : grève du personnel."),
            (add(lea, 1, "2026-10-21"), "Fermé le mercredi 21 octobre 2026 : vacances scolaires (Vacances de la Toussaint)."),
            (add(lea, 1, "2027-09-15"), "L'enfant n'est pas inscrit à « Mercredis » le mercredi 15 septembre 2027."),
            (add(lea, 1, "9999-12-29"), "L'enfant n'est pas inscrit à « Mercredis » le mercredi 29 décembre 9999."),
            (add(lea, 1, "2026-09-23"), "L'accueil du mercredi 23 septembre 2026 est terminé."),
        ]
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        for (change, reason) in rows {
            #expect(try bookings.review([change], by: family).lines.map(\.outcome.plain) == [.refused(reason)])
        }
        let request = try await bookings.confirm(rows.map(\.0), key: key(1), by: family)
        #expect(BookingReview(lines: request.lines).refused.count == rows.count)
        #expect(try town.count("SELECT count(*) FROM bookings") == 0)
        #expect(request.lines.allSatisfy { $0.childName.isEmpty || $0.childName == "Léa" })
    }

    @Test func `one page sent twice acts once, and its key opens nothing to another account`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let stranger = try await town.family("Martin", children: ["Hugo"])
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        let change = add(family.children[0].id, 1, "2026-11-04")
        let answers = try await withThrowingTaskGroup(of: Request.self) { group in
            for _ in 1...20 { group.addTask { try await bookings.confirm([change], key: key(1), by: family) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(answers).count == 1)
        #expect(answers.first?.lines.map(\.outcome.plain) == [.accepted])
        #expect(try town.count("SELECT taken FROM place_counters WHERE counter_id = 1") == 1)
        #expect(try town.count("SELECT count(*) FROM outbox") == 1)

        let other = try await bookings.confirm([add(stranger.children[0].id, 1, "2026-11-04")], key: key(1), by: stranger)
        #expect(other.id != answers.first?.id)
        // Two pages that ask the same: the second one says that it is so already.
        let again = try await bookings.confirm([change], key: key(2), by: family)
        #expect(again.lines.map(\.outcome.plain) == [.alreadySo])
        #expect(BookingReview(lines: again.lines).difference == .zero)
    }

    @Test func `a late booking has its surcharge until the last limit, and a late cancellation keeps the place as an absence`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let lea = family.children[0].id
        // Thursday 5 November: in time until Tuesday noon, with 25 % more until Wednesday noon.
        let late = try await town.bookings(at: "2026-11-03T12:00:01+01:00").confirm([add(lea, 3, "2026-11-05")], key: key(1), by: family)
        #expect(late.lines.map(\.outcome.plain) == [.acceptedLate])
        #expect(BookingReview(lines: late.lines).difference == Cents(525))
        let tooLate = try town.bookings(at: "2026-11-04T12:00:01+01:00").review([add(lea, 3, "2026-11-05"), add(lea, 3, "2026-11-06")], by: family)
        #expect(tooLate.lines.map(\.outcome.plain) == [.alreadySo, .acceptedLate])

        let absent = try await town.bookings(at: "2026-11-04T12:00:01+01:00").confirm([cancel(lea, 3, "2026-11-05")], key: key(2), by: family)
        guard case .recordedAsAbsence(let sentence) = absent.lines[0].outcome.plain else { throw Unexpected() }
        #expect(sentence.contains("mardi 3 novembre 2026 à 12 h 00"))
        #expect(BookingReview(lines: absent.lines).difference == .zero)
        #expect(try town.count("SELECT state FROM bookings") == BookingState.absent.rawValue)
        #expect(try town.count("SELECT taken FROM place_counters WHERE counter_id = 3") == 1)
        let again = try town.bookings(at: "2026-11-04T12:00:02+01:00").review([add(lea, 3, "2026-11-05")], by: family)
        #expect(again.lines.map(\.outcome.plain) == [.refused("Une absence est déjà signalée le jeudi 5 novembre 2026.")])
    }

    @Test func `parents who live apart both see the child, and each household cancels what it has booked`() async throws {
        let town = try await BookingTown.open()
        let mother = try await town.family("Dupont", children: ["Léa"])
        let lea = mother.children[0].id
        let father = try await town.secondHousehold("Martin", of: [lea])
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        try await bookings.confirm([add(lea, 1, "2026-11-04")], key: key(1), by: mother)
        try await bookings.confirm([add(lea, 1, "2026-11-18")], key: key(2), by: father)

        let month = try #require(Month(iso: "2026-11"))
        for (parent, own, other) in [(mother, "2026-11-04", "2026-11-18"), (father, "2026-11-18", "2026-11-04")] {
            let planning = try bookings.planning(month, of: parent)
            #expect(planning.state(of: BookingSlot(child: lea, unit: Identifier(1), date: try day(own))) == .booked(asAbsence: false))
            #expect(planning.state(of: BookingSlot(child: lea, unit: Identifier(1), date: try day(other))) == .locked(booked: true))
            let review = try bookings.review([cancel(lea, 1, own), cancel(lea, 1, other)], by: parent)
            #expect(review.accepted.map(\.change) == [cancel(lea, 1, own)])
            #expect(review.refused.map(\.change) == [cancel(lea, 1, other)])
        }
        let payer = try #require(mother.families.first?.household.id)
        #expect(try town.count("SELECT household_id FROM bookings WHERE day = (SELECT min(day) FROM bookings)") == Int(payer.rawValue))
    }

    @Test func `a form without changes, or with too many, is refused whole`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        let many = (0...2500).map { BookingChange(.add, BookingSlot(child: Identifier(1), unit: Identifier(1), date: CivilDate(dayNumber: $0))) }
        for (changes, failure) in [([], BookingFailure.nothingAsked), (many, .tooManyChanges)] {
            #expect(throws: failure) { try bookings.review(changes, by: family) }
            await #expect(throws: failure) { try await bookings.confirm(changes, key: key(1), by: family) }
        }
    }
}

struct Unexpected: Error {}

extension PlanningMonth {
    /// What the page says of a slot, nil where it has no box.
    func state(of slot: BookingSlot) -> PlanningState? {
        weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells).first { $0.slot == slot }?.state
    }
}
