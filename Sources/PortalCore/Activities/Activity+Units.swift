/// How an activity's units go together on one day.
extension Activity {
    /// Whether a child cannot have both on one day: it cannot sit in one place twice, or the town says so.
    package func excludes(_ unit: BookableUnit, _ other: BookableUnit) -> Bool {
        guard unit.id != other.id else { return false }
        return unit.counters.contains { other.counters.contains($0) } || unit.writtenExclusions.contains(other.id)
            || other.writtenExclusions.contains(unit.id)
    }

    /// The units that a unit cannot be booked with on one day, in the activity's order.
    package func excluded(by unit: BookableUnit) -> [BookableUnit] { units.filter { excludes(unit, $0) } }

    /// The units of which one must be booked with a unit, in the activity's order.
    package func demanded(by unit: BookableUnit) -> [BookableUnit] { units.filter { unit.demanded.contains($0.id) } }

    /// The units that cannot stay without a unit, unless another one holds them.
    package func demanding(_ unit: BookableUnit) -> [BookableUnit] { units.filter { $0.demanded.contains(unit.id) } }

    /// What the activity counts places with, in the order of its units.
    package var counters: [PlaceCounter] {
        var counters: [PlaceCounter] = []
        for counter in units.flatMap(\.counters) where !counters.contains(counter) { counters.append(counter) }
        return counters
    }

    /// A counter as the staff calls it: the name of its unit, or its own word.
    package func name(of counter: PlaceCounter) -> String { units.first { $0.code == counter.code }?.name ?? counter.code.capitalisedWord }

    /// The units with those that others demand before them: what makes another possible is judged first.
    package var unitsInOrderOfDemands: [BookableUnit] {
        var ordered = units.filter(\.demanded.isEmpty)
        var waiting = units.filter { !$0.demanded.isEmpty }
        while !waiting.isEmpty {
            let placed = Set(ordered.map(\.id))
            let next = waiting.filter { $0.demanded.allSatisfy { demanded in placed.contains(demanded) || !waiting.contains { $0.id == demanded } } }
            // Demands that run in a circle are refused in definitions; here they only end the ordering.
            ordered += next.isEmpty ? waiting : next
            waiting = next.isEmpty ? [] : waiting.filter { !next.contains($0) }
        }
        return ordered
    }
}

extension String {
    /// "apres-midi" as "Apres-midi".
    fileprivate var capitalisedWord: String { prefix(1).uppercased() + dropFirst() }
}
