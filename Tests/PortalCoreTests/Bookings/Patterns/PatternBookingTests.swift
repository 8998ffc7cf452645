import PortalCore
import Testing

struct PatternBookingTests {
    private let now = "2026-11-20T10:00:00+01:00"

    @Test func `a term of Tuesdays for two children is reviewed, skipping what is late, closed or booked, and confirmed as it was said`() async throws
    {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa", "Tom"])
        let bookings = try town.bookings(at: now)
        let (lea, tom) = (family.children[0].id, family.children[1].id)
        try await bookings.confirm([add(lea, 3, "2026-12-08")], key: key(1), by: family)
        let choices = Set(
            [lea, tom].flatMap { child in
                [(Int64(3), Weekday.tuesday), (1, .wednesday)].map { WeeklyPattern.Choice(child: child, unit: Identifier($0), weekday: $1) }
            }
        )
        let pattern = WeeklyPattern(.add, choices, weeks: .every, days: try day("2026-11-01")...day("2026-12-18"))
        let review = try bookings.review(pattern, by: family)
        // Tuesdays 24 November, 1, 8, 15 December; Wednesdays 2, 9, 16 December. The 25th is a strike, the rest of November is over.
        #expect(review.accepted.count == 2 * 7 - 1)
        #expect(review.refused.map(\.change.slot.date.iso) == ["2026-11-25", "2026-11-25"])
        #expect(review.lines.filter { $0.outcome == .alreadySo }.map(\.change.slot.date.iso) == ["2026-12-08"])
        let (november, december) = (try #require(review.costs.first), try #require(review.costs.last))
        #expect(november.month.iso == "2026-11" && november.before == .zero && november.after == Cents(840))
        #expect(december.before == Cents(420) && december.after == Cents(420 + 5 * 420 + 6 * 1200))
        let request = try await bookings.confirm(review.accepted.map(\.change), key: key(2), by: family)
        #expect(request.lines.allSatisfy { $0.outcome == .accepted })
        #expect(try town.count("SELECT count(*) FROM bookings") == 14)
    }

    @Test func `a pattern cancels what is booked, and says nothing of the other days`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let lea = family.children[0].id
        let bookings = try town.bookings(at: now)
        try await bookings.confirm([add(lea, 3, "2026-12-01"), add(lea, 3, "2026-12-10")], key: key(1), by: family)
        let tuesdays: Set = [WeeklyPattern.Choice(child: lea, unit: Identifier(3), weekday: .tuesday)]
        let term = try day("2026-11-20")...day("2026-12-18")
        let review = try bookings.review(WeeklyPattern(.cancel, tuesdays, weeks: .every, days: term), by: family)
        #expect(review.lines.map(\.change) == [cancel(lea, 3, "2026-12-01")])
        #expect(review.difference == Cents(-420))
        let even = WeeklyPattern(.cancel, tuesdays, weeks: .even, days: term)
        let errors = #expect(throws: FieldErrors.self) { try bookings.review(even, by: family) }
        #expect(errors?[PatternForm.Field.period]?.contains("rien n'est réservé") == true)
    }

    @Test func `the month before is copied weekday by weekday, even weeks onto even weeks`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let lea = family.children[0].id
        let bookings = try town.bookings(at: "2026-10-20T10:00:00+02:00")
        let november = ["2026-11-03", "2026-11-06", "2026-11-17", "2026-11-24"].map { add(lea, 3, $0) } + [add(lea, 1, "2026-11-04")]
        try await bookings.confirm(november, key: key(1), by: family)
        let december = try bookings.planning(#require(Month(iso: "2026-12")), of: family)
        let copied = try bookings.copyingPreviousMonth(into: december, of: family)
        // 22 December is in the holidays; the 29th would follow 3 November, eight weeks before, and is too.
        #expect(Set(copied) == Set(["2026-12-01", "2026-12-04", "2026-12-15"].map { add(lea, 3, $0) } + [add(lea, 1, "2026-12-02")]))
        for change in copied where change.slot.unit.rawValue == 3 { #expect(change.slot.date.weekday != .wednesday) }
        #expect(december.ticked(for: copied).snapshot == december.snapshot)
    }

    @Test func `more changes than a year of three children needs are refused with a way out`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: (1...12).map { "Enfant \($0)" })
        let days: [Weekday] = [.monday, .tuesday, .thursday, .friday]
        let choices = Set(family.children.flatMap { child in days.map { WeeklyPattern.Choice(child: child.id, unit: Identifier(3), weekday: $0) } })
        let pattern = WeeklyPattern(.add, choices, weeks: .every, days: try day("2026-11-20")...day("2028-07-02"))
        let errors = #expect(throws: FieldErrors.self) { try town.bookings(at: now).review(pattern, by: family) }
        #expect(errors?[PatternForm.Field.period]?.contains("période plus courte") == true)
    }
}
