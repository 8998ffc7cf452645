import PortalCore
import Testing

struct SharedCounterTests {
    private let day = "2026-11-18"
    private func apart(_ unit: String, _ other: String) -> String {
        "« \(unit) » et « \(other) » ne vont pas ensemble le mercredi 18 novembre 2026 : pour changer, annulez l'un et réservez l'autre."
    }

    private let early = "2026-10-01T10:00:00+02:00"

    @Test func `units that share a counter, or that the town keeps apart, are not booked together`() async throws {
        let town = try await BookingTown.open(with: .sharedTown())
        let family = try await town.family("Dupont", children: ["Léa"])
        let bookings = try town.bookings(at: early)
        let rows: [([Int64], accepted: [Int64], refusal: String?)] = [
            ([1, 2], [1], apart("Matin", "Journée")),
            ([2, 3], [2, 3], nil),
            ([3, 5], [3], apart("Car", "Après-midi")),
            ([4], [], "« Repas » se réserve avec « Journée » ou « Matin » le mercredi 18 novembre 2026."),
            ([4, 3], [3], "« Repas » se réserve avec « Journée » ou « Matin » le mercredi 18 novembre 2026."),
            ([4, 2, 3], [2, 3, 4], nil),
            ([1, 4, 5], [1, 5, 4], nil),
        ]
        for (units, accepted, refusal) in rows {
            let lines = try bookings.review(units.map { add(family.children[0].id, $0, day) }, by: family).lines
            #expect(lines.filter(\.outcome.isAccepted).map(\.change.slot.unit.rawValue) == accepted, "\(units)")
            #expect(lines.first(where: \.outcome.isRefused)?.outcome.plain == refusal.map { .refused($0) }, "\(units)")
        }
    }

    @Test func `a whole day changes into a morning in one request, or stays as it was`() async throws {
        let town = try await BookingTown.open(with: .sharedTown(capacity: 1))
        let families = [try await town.family("Dupont", children: ["Léa"]), try await town.family("Martin", children: ["Tom"])]
        let (lea, tom) = (families[0].children[0].id, families[1].children[0].id)
        let bookings = try town.bookings(at: early)
        try await bookings.confirm([add(lea, 1, day), add(lea, 4, day)], key: key(1), by: families[0])
        // Every counter is full, but Léa's own places come back to her.
        let cells = try bookings.planning(try #require(Month(iso: "2026-11")), of: families[0]).weeks.flatMap(\.days).flatMap(\.children)
            .flatMap(\.cells).filter { $0.slot.date.iso == day }
        #expect(cells.map(\.mayChange) == [true, true, true, true, true])
        #expect(cells.map { $0.unit.excluded.map(\.rawValue) } == [[3], [2, 3], [1], [], [1, 5]])
        let swap = try await bookings.confirm([add(lea, 2, day), cancel(lea, 1, day)], key: key(2), by: families[0])
        #expect(swap.lines.map(\.outcome) == [.accepted, .accepted])
        #expect(try town.counts == [1, 0, 1])
        // The afternoon is free again for Tom, and then Léa cannot have the day back: her morning stays.
        try await bookings.confirm([add(tom, 3, day)], key: key(3), by: families[1])
        let back = try await bookings.confirm([add(lea, 1, day), cancel(lea, 2, day)], key: key(4), by: families[0])
        #expect(
            back.lines.map(\.outcome.plain) == [
                .refused("La réservation est gardée : « Journée » ne peut pas la remplacer le mercredi 18 novembre 2026."),
                .refused("Complet le mercredi 18 novembre 2026 : plus aucune place dans le groupe « Tous »."),
            ]
        )
        #expect(try town.counts == [1, 1, 1])
    }

    @Test func `what depends on a cancelled booking goes too, or keeps it`() async throws {
        let town = try await BookingTown.open(with: .sharedTown())
        let family = try await town.family("Dupont", children: ["Léa"])
        let child = family.children[0].id
        let bookings = try town.bookings(at: early)
        try await bookings.confirm([add(child, 1, day), add(child, 4, day)], key: key(1), by: family)
        let review = try bookings.review([cancel(child, 1, day)], by: family)
        #expect(review.lines.map(\.change.slot.unit.rawValue) == [1, 4])
        #expect(review.lines.map(\.outcome.plain) == [.accepted, .acceptedAlong("Annulé avec « Journée », dont cette réservation dépend.")])
        #expect(review.difference == Cents(-500))
        // With the morning instead, the meal may stay.
        let swap = try await bookings.confirm([cancel(child, 1, day), add(child, 2, day)], key: key(2), by: family)
        #expect(swap.lines.count == 2)
        #expect(try town.count("SELECT count(*) FROM bookings") == 2)
        let late = try town.bookings(at: "2026-11-17T10:00:00+01:00")
        let absences = try await late.confirm([cancel(child, 2, day)], key: key(3), by: family)
        #expect(absences.lines.count { if case .recordedAsAbsence = $0.outcome { true } else { false } } == 2)
        let request = try #require(try town.requests(at: early).request(swap.id, of: family))
        #expect(request.lines == swap.lines)
    }

    @Test func `the staff ratio limits the places, and staff may set others for a day`() async throws {
        let staffing = GroupStaffing(childrenPerStaff: 2, planned: 1)
        let town = try await BookingTown.open(with: .sharedTown(capacity: 3, staffing: staffing))
        let families = try await town.families(4)
        let bookings = try town.bookings(at: early)
        func accepted(_ date: String, round: Int) async throws -> Int {
            var count = 0
            for family in families {
                let request = try await bookings.confirm([add(family.children[0].id, 2, date)], key: key(round), by: family)
                count += request.lines.count(where: \.outcome.isAccepted)
            }
            return count
        }
        #expect(try await accepted("2026-11-18", round: 1) == 2)
        try await town.set("2026-12-02", capacity: nil, staff: 2)
        try await town.set("2026-12-09", capacity: 1, staff: nil)
        try await town.set("2026-12-16", capacity: 4, staff: 9)
        #expect(try await accepted("2026-12-02", round: 2) == 3)
        #expect(try await accepted("2026-12-09", round: 3) == 1)
        #expect(try await accepted("2026-12-16", round: 4) == 4)
    }

    @Test func `two hundred families, whole days and mornings, on ten places: never oversold, all or nothing`() async throws {
        try await rush(through: 1)
    }

    @Test(.enabled(if: TestServer.uri != nil)) func `the same through two processes`() async throws { try await rush(through: 2) }

    private func rush(through processes: Int) async throws {
        let place = try TemporaryPlace()
        let towns = try await Array(0..<processes).asyncMap { number in
            let catalogue = try PortalCatalogue.sharedTown()
            return number == 0
                ? try await BookingTown.open(on: place.open(), with: catalogue) : BookingTown(database: try place.open(), catalogue: catalogue)
        }
        let families = try await towns[0].families(200)
        let services = try towns.map { try $0.bookings(at: early) }
        let accepted = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for (number, family) in families.enumerated() {
                group.addTask { [day] in
                    let unit = Int64(number % 3 + 1)
                    let change = [add(family.children[0].id, unit, day)]
                    let request = try await services[number % processes].confirm(change, key: key(number), by: family)
                    return request.lines.filter(\.outcome.isAccepted).map(\.change.slot.unit.rawValue)
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let (days, mornings, afternoons) = (accepted.count { $0 == 1 }, accepted.count { $0 == 2 }, accepted.count { $0 == 3 })
        #expect(days + mornings == 10 && days + afternoons == 10)
        #expect(try towns[0].counts == [10, 10])
        #expect(try towns[0].count("SELECT count(*) FROM bookings") == accepted.count)
    }
}

extension BookingTown {
    /// What each counter has, in their order.
    fileprivate var counts: [Int] {
        get throws { try database.read { try $0.query("SELECT taken FROM place_counters ORDER BY counter_id, day") { try $0[0] } } }
    }

    fileprivate func families(_ count: Int) async throws -> [HouseholdAccess] {
        var families: [HouseholdAccess] = []
        for number in 1...count { families.append(try await family("Parent\(number)", children: ["Léa"])) }
        return families
    }

    /// Sets the places and the staff of the morning for a day.
    fileprivate func set(_ date: String, capacity: Int?, staff: Int?) async throws {
        let date = try day(date)
        try await database.write { transaction in
            try transaction.execute(
                "INSERT INTO place_counters (counter_id, group_id, day, taken, capacity, staff) VALUES (1, 1, $1, 0, $2, $3)",
                date,
                capacity,
                staff
            )
        }
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
