/// The lines of full days as families see them, and the job that keeps them moving.
package struct WaitingListService: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue
    /// The address of the page where families answer, for the mails.
    private let page: String?

    package init(_ portal: Portal, _ catalogue: PortalCatalogue, page: String? = nil) {
        self.portal = portal
        self.catalogue = catalogue
        self.page = page
    }

    /// What the adult's households wait for from today on, by day: offered places, ranks in lines, demands to the staff.
    package func places(of access: HouseholdAccess) throws -> [WaitingPlace] {
        let now = portal.clock.now
        return try portal.database.read { transaction in
            let store = AwaitedPlaceStore(transaction)
            let own = try store.places(ofChildrenOf: access.adult.id, from: ParisTime.date(now)).filter { place in
                access.family(place.household) != nil && access.child(place.slot.child) != nil && !place.isOver(at: now)
            }
            guard let first = own.map(\.slot.date).min(), let last = own.map(\.slot.date).max() else { return [] }
            let lines = WaitingLines(try store.lines(from: first, through: last, in: catalogue), in: catalogue)
            let ranks = Dictionary(uniqueKeysWithValues: own.map { ($0.slot, lines.rank(of: $0)) })
            let hindrances = try WaitingHindrances(access, own, catalogue, in: transaction, at: now)
            return own.map { place in
                var told = WaitingPlace(place, rank: ranks[place.slot] ?? 1, child: access.child(place.slot.child), in: catalogue)
                told.hindrance = hindrances.sentence(about: place)
                return told
            }
            .sorted { ($0.slot.date, $0.childName, $0.slot.unit) < ($1.slot.date, $1.childName, $1.slot.unit) }
        }
    }

    /// Brings up to date the lines in which something is due: an offer has run out, a place is free for somebody who may have it, a limit is
    /// over. How many days had some. Where nothing is due, nothing is written.
    ///
    /// Several processes may do it at once: whoever comes second finds nothing left to do.
    @discardableResult
    package func settleDue() async throws -> Int {
        let due = try portal.database.read(due)
        let (catalogue, clock, page) = (catalogue, portal.clock, page)
        for day in due {
            try await portal.database.write { transaction in
                try transaction.lock([.booking])
                let catalogue = try PortalCatalogueStore(transaction).current(catalogue)
                let days = try WaitingListDays([day], in: transaction)
                try WaitingListSettlement(transaction, catalogue, at: clock.now, page: page).settle(days)
            }
        }
        return due.count
    }

    /// The days on which the lines are not as they should be.
    private func due(in transaction: any Transaction) throws -> [ActivityDay] {
        let now = portal.clock.now
        let today = ParisTime.date(now)
        let places = try AwaitedPlaceStore(transaction).places(from: today.adding(days: -7), through: today.adding(days: 400))
        let byDay = Dictionary(grouping: places, by: \.day)
        guard !byDay.isEmpty else { return [] }
        let room = try WaitingListRoom(Set(byDay.keys), in: transaction, catalogue)
        let settlement = WaitingListSettlement(transaction, catalogue, at: now, page: page)
        return try byDay.filter { day, own in
            guard own.contains(where: { catalogue.ending(of: $0, at: now) != nil || $0.isWaiting && room.isFree(for: $0) }) else { return false }
            let bundles = Set(own.compactMap(\.bundle))
            let together = bundles.isEmpty ? [] : places.filter { $0.bundle.map(bundles.contains) ?? false }
            let days = Set(together.map(\.day)).union([day])
            return try settlement.isDue(places.filter { days.contains($0.day) }, on: days)
        }.keys.sorted()
    }
}

extension AwaitedPlace {
    /// Whether an offer has run out, though nobody has ended it yet.
    fileprivate func isOver(at now: Instant) -> Bool { offeredUntil.map { now > $0 } ?? false }
}

/// A place that a family waits for, with the words to say it.
package struct WaitingPlace: Hashable, Sendable {
    package let slot: BookingSlot
    package let childName: String
    package let activityName: String
    package let unitName: String
    package let price: Cents
    package let state: AwaitedPlace.State
    /// 1 for the next in line.
    package let rank: Int
    /// Places with the same number are wanted together or not at all.
    package let bundle: Int64?
    /// In which order the activity's lines are gone through.
    package var order = WaitingOrder.asAsked
    /// Why no place could be given to the family now, and what it can do; nil when one could.
    package var hindrance: String?
    package var passedOver: AwaitedPlace.PassedOver?
    /// What becomes of a place that frees when the family's turn comes.
    package var mode = WaitingListMode.noLine
    /// Until when it is waited for; nil when nothing says.
    package var limit: DeadlineLimit?

    package init(
        slot: BookingSlot,
        childName: String,
        activityName: String,
        unitName: String,
        price: Cents,
        state: AwaitedPlace.State,
        rank: Int,
        bundle: Int64? = nil
    ) {
        self.slot = slot
        self.childName = childName
        self.activityName = activityName
        self.unitName = unitName
        self.price = price
        self.state = state
        self.rank = rank
        self.bundle = bundle
    }

    fileprivate init(_ place: AwaitedPlace, rank: Int, child: Child?, in catalogue: PortalCatalogue) {
        let found = catalogue.unit(place.slot.unit)
        self.init(
            slot: place.slot,
            childName: child?.firstName ?? "",
            activityName: found?.activity.name ?? "",
            unitName: found?.unit.name ?? "",
            price: catalogue.price(of: place.slot),
            state: place.state,
            rank: rank,
            bundle: place.bundle
        )
        order = found?.activity.waitingOrder ?? .asAsked
        passedOver = place.passedOver
        mode = found?.activity.waitingList ?? .noLine
        limit = catalogue.day(of: place)?.adding
    }

    /// Until when it is held for the family; nil when it is not.
    package var offeredUntil: Instant? {
        if case .offered(let until) = state { until } else { nil }
    }
}
