/// The lines of several days, in order: who is ahead of whom.
package struct WaitingLines: Sendable {
    private let lines: [Key: [AwaitedPlace]]
    private let catalogue: PortalCatalogue
    /// Who has joined since.
    private var joined: [Key: [BookingSlot]] = [:]

    private struct Key: Hashable {
        let group: Identifier<ActivityGroup>
        let date: CivilDate
    }

    /// - Parameter places: those of every family; what is not waiting is left out.
    package init(_ places: [AwaitedPlace], in catalogue: PortalCatalogue) {
        lines = Dictionary(grouping: places.filter(\.isWaiting)) { Key(group: $0.group, date: $0.slot.date) }
            .mapValues { $0.sorted(by: AwaitedPlace.isAhead) }
        self.catalogue = catalogue
    }

    /// The rank of a place that waits: 1 for the next in line. Only those who wait for the same counters are ahead of it.
    package func rank(of place: AwaitedPlace) -> Int {
        let ahead = (lines[Key(group: place.group, date: place.slot.date)] ?? []).prefix { $0.slot != place.slot }
        return ahead.count { competes($0.slot.unit, place.slot.unit) } + 1
    }

    /// The rank that somebody who joins now gets, or who has joined since.
    ///
    /// - Parameter priority: whose turn comes first, of those who join or have joined since; the lower number first.
    func nextRank(of slot: BookingSlot, in group: Identifier<ActivityGroup>, priority: (BookingSlot) -> Int) -> Int {
        let key = Key(group: group, date: slot.date)
        let own = priority(slot)
        let joined = joined[key] ?? []
        let place = joined.firstIndex(of: slot) ?? joined.endIndex
        let before = joined.indices.count { index in
            guard index != place, competes(joined[index].unit, slot.unit) else { return false }
            let other = priority(joined[index])
            return other < own || other == own && index < place
        }
        return (lines[key] ?? []).count { $0.priority <= own && competes($0.slot.unit, slot.unit) } + before + 1
    }

    /// Remembers who joins a line, for those who join it behind.
    mutating func join(_ slot: BookingSlot, in group: Identifier<ActivityGroup>) {
        joined[Key(group: group, date: slot.date), default: []].append(slot)
    }

    /// Whether two units take places of one counter.
    private func competes(_ unit: Identifier<BookableUnit>, _ other: Identifier<BookableUnit>) -> Bool {
        guard unit != other else { return true }
        let counters = catalogue.unit(other)?.unit.counters ?? []
        return catalogue.unit(unit)?.unit.counters.contains(where: counters.contains) ?? false
    }
}
