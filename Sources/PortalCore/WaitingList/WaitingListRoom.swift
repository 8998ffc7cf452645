/// How many places are left on the days of some lines.
struct WaitingListRoom {
    private let catalogue: PortalCatalogue
    private var counts: [Place: PlaceCount] = [:]

    init(_ days: Set<ActivityDay>, in transaction: any Transaction, _ catalogue: PortalCatalogue) throws {
        self.catalogue = catalogue
        let places = PlaceStore(transaction)
        for day in days {
            counts.merge(try places.counts(in: day.activity, from: day.date, through: day.date)) { _, new in new }
        }
    }

    /// Whether a place is left, once each of the others has had one.
    func isFree(for wanted: AwaitedPlace, after others: [AwaitedPlace] = []) -> Bool {
        guard let group = catalogue.group(wanted.group)?.group else { return false }
        let kept = others.flatMap(places)
        return places(of: wanted).allSatisfy { place in
            group.limit(counts[place]) > (counts[place]?.taken ?? 0) + kept.count { $0 == place }
        }
    }

    mutating func take(_ taken: AwaitedPlace) {
        for place in places(of: taken) { counts[place, default: PlaceCount(taken: 0)].taken += 1 }
    }

    private func places(of awaited: AwaitedPlace) -> [Place] {
        catalogue.unit(awaited.slot.unit)?.unit.places(in: awaited.group, on: awaited.slot.date) ?? []
    }
}
