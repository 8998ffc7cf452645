/// Days whose places and lines one transaction writes to alone, so that nobody joins a line while its next in turn is looked for.
struct WaitingListDays {
    private let transaction: any Transaction
    let days: Set<ActivityDay>

    /// Takes the days, in one order for everybody, with those on which somebody wants places together with one of these.
    init(_ wanted: Set<ActivityDay>, in transaction: any Transaction) throws {
        self.transaction = transaction
        let store = AwaitedPlaceStore(transaction)
        let bundles = Set(try wanted.flatMap { try store.places(on: $0) }.compactMap(\.bundle))
        days = wanted.union(try bundles.flatMap { try store.places(of: $0) }.map(\.day))
        for day in days.sorted() { try transaction.lock("line:\(day.activity.rawValue):\(day.date.dayNumber)") }
    }

    /// What is waited for, held or asked on these days now, in the order of turns.
    func places(in catalogue: PortalCatalogue) throws -> [AwaitedPlace] {
        let store = AwaitedPlaceStore(transaction)
        return try store.ranked(days.sorted().flatMap { try store.places(on: $0) }, in: catalogue).sorted(by: AwaitedPlace.isAhead)
    }
}

extension PortalCatalogue {
    /// The days of some changes where the town keeps lines.
    func waitingListDays(of changes: some Sequence<BookingChange>) -> Set<ActivityDay> {
        var days: Set<ActivityDay> = []
        for change in changes {
            guard let activity = unit(change.slot.unit)?.activity, activity.waitingList != .noLine else { continue }
            days.insert(ActivityDay(activity: activity.id, date: change.slot.date))
        }
        return days
    }
}
