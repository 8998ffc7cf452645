import PortalCore
import Testing

/// A town's own order of its lines: whose turn comes first, and that everybody reads its true rank.
struct WaitingOrderTests {
    typealias Trait = OrderedTown.Trait

    @Test func `places go by the town's order, and the ranks that families read are those turns`() async throws {
        let four: [(String, Set<Trait>)] = [("Abel", []), ("Bora", [.resident]), ("Cahn", [.working]), ("Daho", [.resident, .working])]
        let siblings: [(String, Set<Trait>)] = [("Abel", []), ("Bora", [.sibling]), ("Cahn", [.resident]), ("Daho", [.returning])]
        let rows: [(order: [String], families: [(String, Set<Trait>)], turns: [String])] = [
            // First come, first served, unless the town says something else.
            ([], four, ["Abel", "Bora", "Cahn", "Daho"]),
            (["résidents"], four, ["Bora", "Daho", "Abel", "Cahn"]),
            (["parents qui travaillent"], four, ["Cahn", "Daho", "Abel", "Bora"]),
            (["résidents", "parents qui travaillent"], four, ["Daho", "Bora", "Cahn", "Abel"]),
            (["parents qui travaillent", "résidents"], four, ["Daho", "Cahn", "Bora", "Abel"]),
            (["fratrie"], siblings, ["Bora", "Abel", "Cahn", "Daho"]),
            (["déjà inscrits", "fratrie"], siblings, ["Daho", "Bora", "Abel", "Cahn"]),
            (["résidents", "déjà inscrits", "fratrie"], siblings, ["Cahn", "Daho", "Bora", "Abel"]),
        ]
        for (order, families, turns) in rows {
            let booked = families.count { $0.1.contains(.sibling) }
            var ordered = try await OrderedTown(order, places: 1 + booked)
            for (name, traits) in families { try await ordered.add(name, traits) }
            try await ordered.add("Premier")
            #expect(try await ordered.book(of: "Premier") == .accepted)
            for (name, _) in families {
                let told = try await ordered.book(of: name)
                let rank = try #require(try ordered.rank(name))
                #expect(told == .waiting(rank: rank), "\(order) \(name)")
            }
            #expect(try turns.map { try ordered.rank($0) } == [1, 2, 3, 4], "\(order)")
            var holder = "Premier"
            for next in turns {
                try await ordered.cancel(of: holder)
                #expect(try turns.filter { try ordered.isBooked($0) } == [next], "\(order)")
                holder = next
            }
        }
    }

    @Test func `a mark counts on the day that is waited for`() async throws {
        let rows = [
            ("2026-11-04", "2026-11-04", ["Bora", "Abel"]), ("2026-09-01", "2026-11-03", ["Abel", "Bora"]), ("2026-11-05", nil, ["Abel", "Bora"]),
            ("2026-09-01", nil as String?, ["Bora", "Abel"]),
        ]
        for (first, last, turns) in rows {
            var ordered = try await OrderedTown(["parents qui travaillent"])
            for name in ["Premier", "Abel", "Bora"] {
                try await ordered.add(name)
                try await ordered.book(of: name)
            }
            #expect(try ordered.rank("Bora") == 2)
            let household = try ordered.household("Bora")
            // Noted once it waits: its rank is another one at once.
            try await ordered.town.database.write { try $0.note(.workingParents, of: household, from: first, through: last) }
            #expect(try turns.map { try ordered.rank($0) } == [1, 2], "\(first)")
        }
    }

    @Test func `the recap, the answer and the planning say one rank, a sibling of the same request included`() async throws {
        var ordered = try await OrderedTown(["fratrie"], places: 2)
        for name in ["Premier", "Autre", "Abel"] { try await ordered.add(name) }
        try await ordered.book(of: "Premier")
        try await ordered.add("Fratrie")
        let family = try #require(ordered.families["Fratrie"])
        let bookings = try ordered.town.bookings(at: OrderedTown.now)
        // One place is left: the first child gets it, the second waits as a sibling.
        let both = family.children.map { add($0.id, 1, OrderedTown.date) }
        try await ordered.book(of: "Autre", on: "2026-11-18")
        #expect(try bookings.review(both, by: family).lines.map(\.outcome) == [.accepted, .waiting(rank: 1)])
        #expect(try await bookings.confirm(both, key: OrderedTown.newKey(), by: family).lines.map(\.outcome) == [.accepted, .waiting(rank: 1)])
        #expect(try await ordered.book(of: "Abel") == .waiting(rank: 2))
        #expect(try await ordered.book(of: "Autre") == .waiting(rank: 3))
        // Without its sibling it is one of all, and it asked first.
        try await ordered.book(of: "Premier", on: "2026-11-18")
        let planning = try bookings.planning(try #require(Month(iso: "2026-11")), of: try #require(ordered.families["Abel"]))
        let cell = planning.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells).first { cell in
            cell.slot.date.iso == OrderedTown.date && cell.slot.unit == Identifier(1) && cell.state == .waiting(rank: 2)
        }
        #expect(cell != nil)
    }

    @Test func `what the staff arrange stays, newcomers come where the order puts them, and the order can be restored`() async throws {
        var ordered = try await OrderedTown(["résidents"])
        for (name, traits) in [("Premier", []), ("Abel", [.resident]), ("Bora", []), ("Cahn", [])] as [(String, Set<Trait>)] {
            try await ordered.add(name, traits)
            try await ordered.book(of: name)
        }
        let desk = WaitingListDesk(try ordered.town.portal(at: OrderedTown.now), ordered.town.catalogue)
        let member = try await ordered.town.clerk()
        func order() throws -> [String] {
            try ordered.families.keys.filter { try ordered.rank($0) != nil }.sorted { try ordered.rank($0) ?? 0 < ordered.rank($1) ?? 0 }
        }
        let slot = BookingSlot(child: try ordered.child("Cahn"), unit: Identifier(1), date: try day(OrderedTown.date))
        try await desk.move(slot, to: 1, reason: "Hospitalisation", by: member)
        #expect(try order() == ["Cahn", "Abel", "Bora"])
        try await ordered.add("Daho", [.resident])
        #expect(try await ordered.book(of: "Daho") == .waiting(rank: 3))
        #expect(try order() == ["Cahn", "Abel", "Daho", "Bora"])
        let entries = try #require(try desk.day("mercredis", on: day(OrderedTown.date))).entries
        #expect(entries.map(\.isArranged) == [true, true, false, true])
        #expect(entries.map { $0.reasons.map(\.rawValue) } == [[], ["résidents"], ["résidents"], []])
        try await desk.restoreOrder(around: slot, reason: "Erreur", by: member)
        #expect(try order() == ["Abel", "Daho", "Bora", "Cahn"])
        #expect(try ordered.town.count("SELECT count(*) FROM audit WHERE act = 'waiting.moved'") == 2)
    }

    @Test func `places wanted together do not overtake a family that is ahead on one of the days`() async throws {
        var ordered = try await OrderedTown(["fratrie"], places: 2)
        let other = "2026-11-18"
        for name in ["Premier", "Ensemble", "Seul"] { try await ordered.add(name) }
        // Both days are full. The sibling is there on the first day only.
        try await ordered.book(1, of: "Ensemble")
        try await ordered.book(of: "Premier")
        for index in 0...1 { try await ordered.book(index, of: "Premier", on: other) }
        #expect(try await ordered.book(of: "Seul", on: other) == .waiting(rank: 1))
        let family = try #require(ordered.families["Ensemble"])
        let wanted = [OrderedTown.date, other].map { add(family.children[0].id, 1, $0) }
        let bookings = try ordered.town.bookings(at: OrderedTown.now)
        let answer = try await bookings.confirm(wanted, key: OrderedTown.newKey(), by: family, together: true)
        #expect(answer.lines.map(\.outcome) == [.waiting(rank: 1), .waiting(rank: 2)])
        let first = try #require(ordered.families["Premier"])
        let back = [cancel(first.children[0].id, 1, OrderedTown.date), cancel(first.children[0].id, 1, other)]
        try await bookings.confirm(back, key: OrderedTown.newKey(), by: first)
        #expect(try ordered.isBooked("Seul", on: other))
        #expect(try !ordered.isBooked("Ensemble") && !ordered.isBooked("Ensemble", on: other))
        // One more place: now all of theirs are free.
        try await ordered.cancel(1, of: "Premier", on: other)
        #expect(try ordered.isBooked("Ensemble") && ordered.isBooked("Ensemble", on: other))
    }
}
