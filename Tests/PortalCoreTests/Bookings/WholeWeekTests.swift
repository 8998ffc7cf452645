import PortalCore
import Testing

/// Holiday centres that take whole weeks, and weeks with a minimum. Autumn 2026 in zone C: from Saturday 17 October to Sunday 1 November.
struct WholeWeekTests {
    private let now = "2026-09-01T10:00:00+02:00"
    private let week = ["2026-10-19", "2026-10-20", "2026-10-21", "2026-10-22", "2026-10-23"]

    @Test func `a week is booked and cancelled whole`() async throws {
        let town = try await BookingTown.open(with: .holidayTown(BookingTerms(bookedBy: .week)))
        let family = try await town.family("Dupont", children: ["Léa"])
        let child = family.children[0].id
        let bookings = try town.bookings(at: now)
        let days = ["mercredi 21 octobre 2026", "jeudi 22 octobre 2026", "vendredi 23 octobre 2026"]
        let missing = "La semaine se réserve en entier : il manque le \(days.joined(separator: ", le "))."
        let broken = try await bookings.confirm(week.prefix(2).map { add(child, 4, $0) }, key: key(1), by: family)
        #expect(broken.lines.map(\.outcome.plain) == [.refused(missing), .refused(missing)])
        #expect(try town.count("SELECT count(*) FROM bookings") == 0)
        let whole = try await bookings.confirm(week.map { add(child, 4, $0) }, key: key(2), by: family)
        #expect(whole.lines.allSatisfy { $0.outcome == .accepted } && whole.lines.count == 5)
        let gone = try bookings.review([cancel(child, 4, "2026-10-21")], by: family)
        #expect(gone.lines.map(\.change.slot.date.iso) == week && gone.difference == Cents(-7500))
        #expect(gone.lines.allSatisfy { $0.outcome.plain == .acceptedAlong("La semaine se réserve et s'annule en entier.") })
        try await bookings.confirm([cancel(child, 4, "2026-10-21")], key: key(3), by: family)
        #expect(try town.count("SELECT count(*) FROM bookings") == 0)
        #expect(try town.count("SELECT max(taken) FROM place_counters") == 0)
    }

    @Test func `a week with a full day is not booked at all`() async throws {
        let town = try await BookingTown.open(with: .holidayTown(BookingTerms(bookedBy: .week)))
        let families = [try await town.family("Dupont", children: ["Léa"]), try await town.family("Martin", children: ["Tom"])]
        let bookings = try town.bookings(at: now)
        for (number, family) in families.enumerated() {
            try await bookings.confirm(week.map { add(family.children[0].id, 4, $0) }, key: key(number), by: family)
        }
        #expect(try town.count("SELECT count(*) FROM bookings") == 5)
        #expect(try town.count("SELECT max(taken) FROM place_counters") == 1)
    }

    @Test func `a session is booked and cancelled whole, and its last week is the shorter one`() async throws {
        let town = try await BookingTown.open(with: .holidayTown(BookingTerms(bookedBy: .session)))
        let family = try await town.family("Dupont", children: ["Léa"])
        let child = family.children[0].id
        let bookings = try town.bookings(at: now)
        #expect(try bookings.review(week.dropLast().map { add(child, 4, $0) }, by: family).accepted.isEmpty)
        #expect(try bookings.review(week.map { add(child, 4, $0) }, by: family).refused.isEmpty)
    }

    @Test func `a cancellation that a day of the week refuses cancels nothing`() async throws {
        let town = try await BookingTown.open(with: .holidayTown(BookingTerms(bookedBy: .week), rule: "J-2"))
        let family = try await town.family("Dupont", children: ["Léa"])
        let child = family.children[0].id
        try await town.bookings(at: now).confirm(week.map { add(child, 4, $0) }, key: key(1), by: family)
        let review = try town.bookings(at: "2026-10-18T10:00:00+02:00").review([cancel(child, 4, "2026-10-22")], by: family)
        #expect(review.accepted.isEmpty && review.lines.count == 1)
        guard case .refused(let sentence)? = review.lines.first?.outcome.plain else { throw Unexpected() }
        #expect(sentence.hasPrefix("La semaine s'annule en entier, et un de ses jours ne peut pas l'être. Délai dépassé : annulable"))
    }

    @Test func `a week has its minimum of days, or none`() async throws {
        let town = try await BookingTown.open(with: .holidayTown(BookingTerms(minimumPerWeek: 2)))
        let family = try await town.family("Dupont", children: ["Léa"])
        let child = family.children[0].id
        let bookings = try town.bookings(at: now)
        let refusal = BookingOutcome.refused("Il faut au moins 2 jours par semaine : il y en aurait 1 la semaine du 19 octobre 2026.")
        #expect(try bookings.review([add(child, 4, week[0])], by: family).lines.map(\.outcome.plain) == [refusal])
        try await bookings.confirm([add(child, 4, week[0]), add(child, 4, week[3])], key: key(1), by: family)
        #expect(try bookings.review([cancel(child, 4, week[0])], by: family).lines.map(\.outcome.plain) == [refusal])
        let moved = [cancel(child, 4, week[0]), add(child, 4, week[1])]
        #expect(try bookings.review(moved, by: family).refused.isEmpty)
        #expect(try bookings.review([cancel(child, 4, week[0]), cancel(child, 4, week[3])], by: family).refused.isEmpty)
    }

    @Test func `a full week is waited for whole, and given whole`() async throws {
        let town = try await BookingTown.open(with: .holidayTown(BookingTerms(bookedBy: .week), waitingList: .given))
        let families = [try await town.family("Dupont", children: ["Léa"]), try await town.family("Martin", children: ["Tom"])]
        let bookings = try town.bookings(at: now)
        let asked = families.map { family in week.map { add(family.children[0].id, 4, $0) } }
        try await bookings.confirm(asked[0], key: key(1), by: families[0])
        let waiting = try await bookings.confirm(asked[1], key: key(2), by: families[1])
        #expect(waiting.lines.allSatisfy { $0.outcome == .waiting(rank: 1) } && waiting.lines.count == 5)
        #expect(try town.count("SELECT count(DISTINCT bundle) FROM awaited_places") == 1)
        try await bookings.confirm([cancel(families[0].children[0].id, 4, week[0])], key: key(3), by: families[0])
        #expect(try town.count("SELECT count(*) FROM awaited_places") == 0)
        #expect(try town.count("SELECT count(*) FROM bookings WHERE child_id = 2") == 5)
        #expect(try town.count("SELECT max(taken) FROM place_counters") == 1)
    }

    @Test func `whatever a family asks, weeks end whole and counters agree`() async throws {
        let town = try await BookingTown.open(with: .holidayTown(BookingTerms(bookedBy: .week)))
        let family = try await town.family("Dupont", children: ["Léa", "Tom"])
        let bookings = try town.bookings(at: now)
        let days = (0..<12).map { CivilDate(dayNumber: 20_745 + $0).iso }.filter { !["2026-10-24", "2026-10-25"].contains($0) }
        var random = RuleDraw(seed: 9)
        for round in 1...40 {
            let changes = (1...random.number(1...12)).map { _ in
                let child = family.children[random.number(0...1)].id
                let date = days[random.number(0...days.count - 1)]
                return random.chance() ? add(child, 4, date) : cancel(child, 4, date)
            }
            let whole = random.chance() ? week.map { add(family.children[round % 2].id, 4, $0) } : []
            try await bookings.confirm(changes + whole, key: key(round), by: family)
            let odd = try town.count(
                "SELECT count(*) FROM (SELECT child_id FROM bookings GROUP BY child_id, (day + 3) / 7 HAVING count(*) <> 5) odd"
            )
            #expect(odd == 0)
            let taken = try town.count("SELECT CAST(coalesce(sum(taken), 0) AS BIGINT) FROM place_counters")
            #expect(try town.count("SELECT count(*) FROM bookings") == taken)
        }
    }
}
