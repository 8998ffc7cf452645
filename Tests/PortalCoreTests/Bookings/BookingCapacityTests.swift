import PortalCore
import Testing

struct BookingCapacityTests {
    @Test func `two hundred families at once on ten places: ten are accepted`() async throws {
        let town = try await BookingTown.open()
        var families: [HouseholdAccess] = []
        for number in 1...200 { families.append(try await town.family("Parent\(number)", children: ["Léa"])) }
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        let answers = try await withThrowingTaskGroup(of: Request.self) { group in
            for (number, family) in families.enumerated() {
                group.addTask { try await bookings.confirm([add(family.children[0].id, 1, "2026-11-04")], key: key(number), by: family) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let full = BookingOutcome.refused("Complet le mercredi 4 novembre 2026 : plus aucune place dans le groupe « Tous ».")
        #expect(answers.count { $0.lines[0].outcome == .accepted } == 10)
        #expect(answers.count { $0.lines[0].outcome.plain == full } == 190)
        #expect(try town.count("SELECT count(*) FROM bookings") == 10)
        #expect(try town.count("SELECT taken FROM place_counters") == 10)
        let planning = try bookings.planning(try #require(Month(iso: "2026-11")), of: try #require(families.last))
        #expect(planning.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells).count { $0.state == .full } <= 1)
    }

    @Test func `the last place goes to one of two siblings, in the recap as in the write`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa", "Tom"])
        let children = family.children.map(\.id)
        let bookings = try town.bookings(at: "2026-09-01T10:00:00+02:00")
        let changes = children.map { add($0, 4, "2026-10-20") }
        let expected: [BookingOutcome] = [
            .accepted, .refused("Complet le mardi 20 octobre 2026 : plus aucune place dans le groupe « Tous »."),
        ]
        #expect(try bookings.review(changes, by: family).lines.map(\.outcome.plain) == expected)
        #expect(try await bookings.confirm(changes, key: key(1), by: family).lines.map(\.outcome.plain) == expected)
        // A cancellation frees the place for the other child in the same request.
        let swap = [add(children[1], 4, "2026-10-20"), cancel(children[0], 4, "2026-10-20")]
        #expect(try bookings.review(swap, by: family).lines.map(\.outcome.plain) == [.accepted, .accepted])
        #expect(try await bookings.confirm(swap, key: key(2), by: family).lines.map(\.outcome.plain) == [.accepted, .accepted])
        #expect(try town.count("SELECT taken FROM place_counters") == 1)
    }

    @Test func `the counters always say how many bookings there are`() async throws {
        let town = try await BookingTown.open()
        var families: [HouseholdAccess] = []
        for number in 1...12 { families.append(try await town.family("Parent\(number)", children: ["Léa", "Tom"])) }
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        let dates = ["2026-10-07", "2026-11-04", "2026-11-18", "2026-11-05", "2026-11-06"]
        var random = SystemRandomNumberGenerator()
        for round in 1...15 {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for family in families {
                    let changes = (1...6).map { _ in
                        let child = family.children[Int.random(in: 0...1, using: &random)].id
                        let date = dates[Int.random(in: dates.indices, using: &random)]
                        let unit = Int64.random(in: 1...3, using: &random)
                        return Bool.random(using: &random) ? add(child, unit, date) : cancel(child, unit, date)
                    }
                    group.addTask { try await bookings.confirm(changes, key: key(round), by: family) }
                }
                try await group.waitForAll()
            }
        }
        let counted = try town.count("SELECT count(*) FROM (SELECT 1 FROM bookings GROUP BY unit_id, group_id, day) booked")
        let agreeing = try town.count(
            """
            SELECT count(*) FROM place_counters p WHERE p.taken > 0 AND p.taken =
                (SELECT count(*) FROM bookings b WHERE b.unit_id = p.counter_id AND b.group_id = p.group_id AND b.day = p.day)
            """
        )
        #expect(agreeing == counted)
        #expect(try town.count("SELECT count(*) FROM place_counters WHERE taken > 0") == counted)
        #expect(try town.count("SELECT coalesce(max(taken), 0) FROM place_counters WHERE counter_id < 3") <= 10)
    }
}
