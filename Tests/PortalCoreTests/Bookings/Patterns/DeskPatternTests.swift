import PortalCore
import Testing

/// A week put on many by the staff, for a family.
struct DeskPatternTests {
    private let now = "2026-11-20T10:00:00+01:00"

    private func wednesdays(_ family: HouseholdAccess) -> Set<WeeklyPattern.Choice> {
        Set(family.children.map { WeeklyPattern.Choice(child: $0.id, unit: Identifier(1), weekday: .wednesday) })
    }

    @Test func `what the family could book, what only the staff can and what nobody can are told apart, then confirmed`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa", "Tom"])
        let (desk, household) = (DeskBookingService(try town.portal(at: now), town.catalogue), family.families[0].household.id)
        let pattern = WeeklyPattern(.add, wednesdays(family), weeks: .every, days: try day("2026-11-18")...day("2026-12-18"))
        let review = try #require(try desk.review(pattern, on: DeskTerms(), for: household))
        #expect(review.refused.map(\.change.slot.date.iso) == ["2026-11-25", "2026-11-25"])
        #expect(review.accepted.count == 2 * 4)
        // The 18th is over, 2 December can be booked until the 25th.
        let passed = review.accepted.filter { $0.passedLimit != nil }
        #expect(passed.map(\.change.slot.date.iso) == ["2026-11-18", "2026-11-18"])
        #expect(passed.first?.passedLimit == "L'accueil du mercredi 18 novembre 2026 est terminé.")
        let late = DeskBookingService(try town.portal(at: "2026-11-26T10:00:00+01:00"), town.catalogue)
        let sentence = try late.review(pattern, on: DeskTerms(), for: household)?.accepted.last { $0.passedLimit != nil }?.passedLimit
        #expect(sentence.map(plainSpaces)?.contains("Délai dépassé : réservable jusqu'au mercredi 25 novembre 2026") == true)
        let member = try await town.clerk()
        let changes = review.accepted.map(\.change)
        let request = try await desk.confirm(changes, on: DeskTerms(), because: "Demandé par téléphone", key: key(1), for: household, by: member)
        #expect(try town.count("SELECT count(*) FROM bookings") == 8)
        #expect(try town.requests(at: now).request(request, of: family)?.note == "Demandé par téléphone")
        #expect(try town.count("SELECT count(*) FROM outbox") == 1)
        #expect(try town.count("SELECT count(*) FROM audit WHERE act = 'bookings.changedByStaff'") == 2)
    }

    @Test func `a full day is booked only over capacity, and a family's pattern reaches no other family's child`() async throws {
        let town = try await BookingTown.open(with: .bookingTown(places: 1))
        let (first, second) = (try await town.family("Premier", children: ["Léa"]), try await town.family("Suivant", children: ["Tom"]))
        try await town.bookings(at: now).confirm([add(first.children[0].id, 1, "2026-12-09")], key: key(1), by: first)
        let (desk, household) = (DeskBookingService(try town.portal(at: now), town.catalogue), second.families[0].household.id)
        let days = try day("2026-12-09")...day("2026-12-16")
        let pattern = WeeklyPattern(.add, wednesdays(second), weeks: .every, days: days)
        #expect(try desk.review(pattern, on: DeskTerms(), for: household)?.accepted.count == 1)
        #expect(try desk.review(pattern, on: DeskTerms(overbooks: true), for: household)?.accepted.count == 2)
        let stranger = WeeklyPattern(.cancel, wednesdays(first), weeks: .every, days: days)
        let lines = try desk.review(stranger, on: DeskTerms(overbooks: true), for: household)?.lines
        #expect(lines?.map(\.outcome.plain) == Array(repeating: .refused("Cet enfant ne fait pas partie de votre foyer."), count: 2))
        #expect(lines?.allSatisfy { $0.childName.isEmpty } == true)
        let errors = #expect(throws: FieldErrors.self) {
            try desk.review(WeeklyPattern(.cancel, wednesdays(second), weeks: .every, days: days), on: DeskTerms(), for: household)
        }
        #expect(errors?[PatternForm.Field.period]?.contains("rien n'est réservé") == true)
        #expect(try desk.review(pattern, on: DeskTerms(), for: Identifier(999)) == nil)
    }

    @Test func `the sheet has the family's children, and the month before is copied for them`() async throws {
        let town = try await BookingTown.open()
        let (family, other) = (try await town.family("Dupont", children: ["Léa"]), try await town.family("Autre", children: ["Zoé"]))
        let early = "2026-10-20T10:00:00+02:00"
        let (desk, household) = (DeskBookingService(try town.portal(at: early), town.catalogue), family.families[0].household.id)
        #expect(try desk.patternSheet(of: household)?.children.map(\.firstName) == ["Léa"])
        #expect(try desk.patternSheet(of: household) == town.bookings(at: early).patternSheet(of: family))
        #expect(try desk.patternSheet(of: Identifier(999)) == nil)
        try await town.bookings(at: early).confirm([add(family.children[0].id, 3, "2026-11-03")], key: key(1), by: family)
        try await town.bookings(at: early).confirm([add(other.children[0].id, 3, "2026-11-05")], key: key(2), by: other)
        let month = try #require(Month(iso: "2026-12"))
        let december = try #require(try desk.planning(month, of: household))
        #expect(try desk.copyingPreviousMonth(into: december, of: household) == [add(family.children[0].id, 3, "2026-12-01")])
    }

    @Test func `a month shows the days around it as they are booked`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let slot = add(family.children[0].id, 3, "2026-12-01").slot
        try await town.bookings(at: now).confirm([BookingChange(.add, slot)], key: key(1), by: family)
        let desk = DeskBookingService(try town.portal(at: now), town.catalogue)
        let november = try desk.planning(#require(Month(iso: "2026-11")), of: family.families[0].household.id)
        let cells = november?.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells) ?? []
        #expect(cells.first { $0.slot == slot }?.isBooked == true)
    }
}
