import Testing

@testable import PortalCore

/// The first days of an absence, which the town charges to nobody, where a family cancels late on the planning instead of reporting an absence.
struct CoveredDaysTests {
    private static let days = ["2026-11-26", "2026-11-27", "2026-11-30", "2026-12-01"]
    private static let rule = "lundi, mardi: jeudi S-1 10:00; jeudi, vendredi: mardi S 10:00"
    /// The limit of all four days is over, and none of the meals is eaten.
    private static let late = "2026-11-26T10:00:01+01:00"

    private func town(covering covered: Int = 2) async throws -> (BookingTown, HouseholdAccess, Child) {
        let policy = AbsencePolicy(certificate: nil, coveredDays: covered)
        let town = try await BookingTown.open(with: .canteenTown(policy, rule: Self.rule))
        let family = try await town.family("Dupont", children: ["Tom"])
        let tom = family.children[0]
        try await town.bookings(at: "2026-10-01T10:00:00+02:00").confirm(Self.days.map { add(tom.id, 3, $0) }, key: key(1), by: family)
        return (town, family, tom)
    }

    @Test(arguments: [(0, [0, 0, 0, 0]), (1, [-420, 0, 0, 0]), (2, [-420, -420, 0, 0]), (9, [-420, -420, -420, -420])])
    func `as many days are free as the town covers, whatever the month`(covered: Int, cents: [Int64]) async throws {
        let (town, family, tom) = try await town(covering: covered)
        let bookings = try town.bookings(at: Self.late)
        let changes = Self.days.reversed().map { cancel(tom.id, 3, $0) }
        let review = try bookings.review(changes, by: family)
        #expect(review.lines.map(\.difference.amount) == cents)
        let request = try await bookings.confirm(changes, key: key(2), by: family)
        #expect(request.lines.map(\.difference.amount) == cents)
        let states = try town.database.read { try $0.query("SELECT state FROM bookings ORDER BY day") { try $0[0] as BookingState } }
        #expect(states == cents.map { $0 == 0 ? .absent : .excused })
    }

    @Test func `days are counted from one request to the next, until the child comes`() async throws {
        let (town, family, tom) = try await town()
        let bookings = try town.bookings(at: Self.late)
        try await bookings.confirm([cancel(tom.id, 3, Self.days[0])], key: key(2), by: family)
        try await bookings.confirm([cancel(tom.id, 3, Self.days[1])], key: key(3), by: family)
        let december = try bookings.planning(#require(Month(iso: "2026-12")), of: family)
        let first = december.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells).filter { $0.isBooked && $0.state.mayChange }
        // The third day in a row is charged; the fourth, if the child comes on the third, is the first of another absence.
        #expect(first.map(\.slot.date) == [try day(Self.days[2]), try day(Self.days[3])] && first.map(\.lateCredit.amount) == [0, 420])
        let review = try bookings.review([cancel(tom.id, 3, Self.days[2])], by: family)
        #expect(review.lines.map(\.difference.amount) == [0])
    }

    @Test func `the recap says whether the day is the town's`() async throws {
        let (town, family, tom) = try await town(covering: 1)
        let review = try town.bookings(at: Self.late).review(Self.days.prefix(2).map { cancel(tom.id, 3, $0) }, by: family)
        let words = review.lines.map { line in if case .recordedAsAbsence(let words) = line.outcome { plainSpaces(words) } else { "" } }
        #expect(words[0].hasSuffix("L'absence est notée, et rien n'est facturé : le premier jour d'une absence n'est pas facturé."))
        #expect(words[1].hasSuffix("L'absence est notée, et la place reste facturée."))
    }
}
