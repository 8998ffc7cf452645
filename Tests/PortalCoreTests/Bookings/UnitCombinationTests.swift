import PortalCore
import Testing

/// What may be booked together on one day: every set of the units that towns offer, and every change from one to another.
struct UnitCombinationTests {
    private typealias Unit = CombinedCentre.Unit

    @Test func `the combinations that towns name`() throws {
        let centre = try CombinedCentre()
        let rows: [(asked: Set<Unit>, booked: Set<Unit>)] = [
            // Half days, with their meal or without it.
            ([.morning], [.morning]),
            ([.morningWithMeal], [.morningWithMeal]),
            ([.morning, .meal], [.morning, .meal]),
            ([.afternoon, .meal], [.afternoon, .meal]),
            ([.morningWithMeal, .meal], [.morningWithMeal]),
            ([.morningWithMeal, .afternoon], [.morningWithMeal, .afternoon]),
            ([.morning, .morningWithMeal], [.morning]),
            // Both halves with the meal make a day of three units; the whole day is one, and takes their places.
            ([.morning, .meal, .afternoon], [.morning, .meal, .afternoon]),
            ([.day], [.day]),
            ([.day, .meal], [.day]),
            ([.day, .morning], [.morning]),
            ([.dayWithoutMeal, .meal], [.dayWithoutMeal, .meal]),
            ([.day, .dayWithoutMeal], [.day]),
            // A meal or an evening alone is nothing.
            ([.meal], []),
            ([.evening], []),
            ([.morning, .evening], [.morning]),
            ([.morningWithMeal, .evening], [.morningWithMeal]),
            ([.afternoon, .evening], [.afternoon, .evening]),
            ([.day, .evening], [.day, .evening]),
            ([.day, .evening, .bus], [.day, .bus]),
        ]
        for (asked, booked) in rows {
            let judgement = try centre.judgement([], add: asked)
            #expect(centre.units(after: judgement, from: []) == booked, "\(asked.sorted())")
            #expect(judgement.answers.count == asked.count)
        }
    }

    @Test func `every set of units is booked as far as it goes together`() throws {
        let centre = try CombinedCentre()
        #expect(CombinedCentre.subsets.count == 256 && CombinedCentre.combinations.count > 20)
        for asked in CombinedCentre.subsets {
            let booked = centre.units(after: try centre.judgement([], add: asked), from: [])
            #expect(CombinedCentre.goesTogether(booked) && booked.isSubset(of: asked), "\(asked.sorted()) became \(booked.sorted())")
            if CombinedCentre.goesTogether(asked) { #expect(booked == asked) }
            // Nothing is refused that would still have gone with the rest.
            for unit in asked.subtracting(booked) { #expect(!CombinedCentre.goesTogether(booked.union([unit])), "\(asked.sorted()): \(unit)") }
        }
    }

    @Test func `any combination becomes any other in one request`() throws {
        let centre = try CombinedCentre(capacity: 1)
        for before in CombinedCentre.combinations {
            for after in CombinedCentre.combinations {
                let judgement = try centre.judgement(before, add: after.subtracting(before), cancel: before.subtracting(after))
                #expect(centre.units(after: judgement, from: before) == after, "\(before.sorted()) to \(after.sorted())")
                #expect(!judgement.answers.contains { if case .refuse = $0.ruling { true } else { false } })
            }
        }
    }

    @Test func `whatever one asks of a combination, one comes out`() throws {
        let centre = try CombinedCentre()
        let changes = Unit.allCases.map { (Set([$0]), Set<Unit>()) } + Unit.allCases.map { (Set<Unit>(), Set([$0])) }
        for before in CombinedCentre.combinations {
            for (add, cancel) in changes {
                for (other, otherCancel) in changes {
                    let judgement = try centre.judgement(before, add: add.union(other), cancel: cancel.union(otherCancel))
                    let after = centre.units(after: judgement, from: before)
                    #expect(CombinedCentre.goesTogether(after), "\(before.sorted()), \(add), \(other), without \(cancel), \(otherCancel)")
                }
            }
        }
    }

    @Test func `a whole day takes the morning and the afternoon from everybody`() throws {
        let centre = try CombinedCentre(capacity: 1)
        for others in CombinedCentre.combinations {
            let taken = Set(others.flatMap(\.counters))
            for asked in CombinedCentre.combinations {
                let judgement = try centre.judgement([], add: asked, others: others)
                let booked = centre.units(after: judgement, from: [])
                // What has a place in each of its counters, and then what still has the unit that it demands.
                let possible = asked.filter { taken.isDisjoint(with: $0.counters) }
                let expected = possible.filter { $0.demands.isEmpty || $0.demands.contains(where: possible.contains) }
                #expect(booked == expected, "\(asked.sorted()) beside \(others.sorted())")
            }
        }
    }

    @Test func `a swap that finds no place keeps what was booked`() throws {
        let centre = try CombinedCentre(capacity: 1)
        for others in CombinedCentre.combinations where !others.isEmpty {
            let taken = Set(others.flatMap(\.counters))
            for before in CombinedCentre.combinations where taken.isDisjoint(with: before.flatMap(\.counters)) {
                for after in CombinedCentre.combinations {
                    let judgement = try centre.judgement(before, add: after.subtracting(before), cancel: before.subtracting(after), others: others)
                    let units = centre.units(after: judgement, from: before)
                    #expect(CombinedCentre.goesTogether(units) && taken.isDisjoint(with: units.flatMap(\.counters)))
                    // One unit for one other: the child has the new one, or keeps the old one.
                    if before.count == 1, after.count == 1, let old = before.first, let new = after.first, old.excludes(new) {
                        #expect(units == after || units == before, "\(old) to \(new) beside \(others.sorted())")
                    }
                }
            }
        }
    }

    @Test func `past the limit what depends on an absence is an absence too, and nothing is swapped`() throws {
        let centre = try CombinedCentre()
        for before in CombinedCentre.combinations {
            for unit in before {
                let judgement = try centre.judgement(before, cancel: [unit], at: "2026-11-17T10:00:00+01:00")
                let left = centre.units(after: judgement, from: before)
                #expect(CombinedCentre.goesTogether(left) && !left.contains(unit), "\(before.sorted()) without \(unit)")
                #expect(judgement.answers.allSatisfy { if case .recordAbsence = $0.ruling { true } else { false } })
            }
            for after in CombinedCentre.combinations where !after.isEmpty && before.count == 1 && after.count == 1 && before != after {
                guard let old = before.first, let new = after.first, old.excludes(new) else { continue }
                let judgement = try centre.judgement(before, add: after, cancel: before, at: "2026-11-17T10:00:00+01:00")
                #expect(centre.units(after: judgement, from: before) == before, "\(old) to \(new)")
            }
        }
    }
}
