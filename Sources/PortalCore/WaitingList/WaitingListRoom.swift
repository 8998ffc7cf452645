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

    func isFree(for wanted: AwaitedPlace) -> Bool {
        guard let unit = catalogue.unit(wanted.slot.unit)?.unit, let group = catalogue.group(wanted.group)?.group else { return false }
        return unit.places(in: wanted.group, on: wanted.slot.date).allSatisfy { place in
            group.limit(counts[place]) > (counts[place]?.taken ?? 0)
        }
    }

    mutating func take(_ taken: AwaitedPlace) {
        guard let unit = catalogue.unit(taken.slot.unit)?.unit else { return }
        for place in unit.places(in: taken.group, on: taken.slot.date) { counts[place, default: PlaceCount(taken: 0)].taken += 1 }
    }
}
