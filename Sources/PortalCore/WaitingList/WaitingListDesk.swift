/// The lines of full days as the staff see and arrange them. Each act has its reason, which the journal keeps.
package struct WaitingListDesk: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue
    private let page: String?

    package init(_ portal: Portal, _ catalogue: PortalCatalogue, page: String? = nil) {
        self.portal = portal
        self.catalogue = catalogue
        self.page = page
    }

    /// The days to come on which somebody waits, the nearest first.
    package func days() throws -> [WaitingListDay] {
        try portal.database.read { transaction in
            let places = try AwaitedPlaceStore(transaction).places(from: portal.clock.today, through: portal.clock.today.adding(days: 400))
            return Dictionary(grouping: places.filter { $0.state != .asked }, by: \.day).sorted { $0.key < $1.key }.compactMap { day, places in
                catalogue.activity(day.activity).map { WaitingListDay(activity: $0, date: day.date, count: places.count, entries: []) }
            }
        }
    }

    /// The lines of one day, in the order of turns; nil when there is no such activity.
    package func day(_ code: String, on date: CivilDate) throws -> WaitingListDay? {
        guard let activity = catalogue.activity(code: code) else { return nil }
        return try portal.database.read { transaction in
            let store = AwaitedPlaceStore(transaction)
            let places = try store.ranked(store.places(on: ActivityDay(activity: activity.id, date: date)), in: catalogue).filter {
                $0.state != .asked
            }
            let standing = try activity.waitingOrder.criteria.isEmpty ? nil : WaitingStanding(on: date...date, in: transaction, catalogue)
            let lines = WaitingLines(places, in: catalogue)
            let names = try AwaitedNames(places, in: transaction)
            let entries = places.sorted(by: AwaitedPlace.isAhead).map { place in
                let reasons = activity.waitingOrder.criteria.filter { standing?.holds($0, for: place) == true }
                return WaitingListEntry(place, rank: place.isWaiting ? lines.rank(of: place) : nil, reasons: reasons, names, in: catalogue)
            }
            return WaitingListDay(activity: activity, date: date, count: entries.count, entries: entries)
        }
    }

    /// Puts a family at a rank of its group's line: those from that rank on come after it. The line keeps this order; who joins it later comes
    /// where the town's order puts them.
    ///
    /// - Throws: `FieldErrors` without a reason, `WaitingListRefusal`.
    package func move(_ slot: BookingSlot, to rank: Int, reason: String, by member: StaffMember) async throws {
        let catalogue = catalogue
        try await change(slot, reason: reason) { place, transaction, reason, now in
            let store = AwaitedPlaceStore(transaction)
            let line = try store.line(of: place, in: catalogue)
            guard place.isWaiting, (1...line.count).contains(rank) else { throw WaitingListRefusal.noSuchRank(line.count) }
            var order = line.filter { $0.slot != slot }
            order.insert(line.first { $0.slot == slot } ?? place, at: rank - 1)
            // Who stands before somebody is as urgent: a newcomer overtakes neither.
            var priority = Int.max
            for (moved, position) in zip(order, line.map(\.position).sorted()).reversed() {
                priority = min(priority, moved.priority)
                try store.arrange(moved.slot, at: position, priority: priority, isArranged: true)
            }
            let from = (line.firstIndex { $0.slot == slot } ?? 0) + 1
            let detail = "\(slot.text) rang \(from) → \(rank)\u{A0}: \(reason)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .waitingMoved, on: slot.child, detail: detail, at: now)
        }
    }

    /// Puts the line of a family's group back in the town's order, whatever the staff have arranged in it.
    package func restoreOrder(around slot: BookingSlot, reason: String, by member: StaffMember) async throws {
        let catalogue = catalogue
        try await change(slot, reason: reason) { place, transaction, reason, now in
            let store = AwaitedPlaceStore(transaction)
            let line = try store.line(of: place, in: catalogue)
            let asked = line.sorted {
                ($0.joinedAt, $0.request, $0.slot.child, $0.slot.unit) < ($1.joinedAt, $1.request, $1.slot.child, $1.slot.unit)
            }
            for (place, position) in zip(asked, line.map(\.position).sorted()) {
                try store.arrange(place.slot, at: position, priority: 0, isArranged: false)
            }
            let detail = "\(slot.text) file remise dans l'ordre de la collectivité\u{A0}: \(reason)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .waitingMoved, on: slot.child, detail: detail, at: now)
        }
    }

    /// Offers a free place to a family before its turn, for as long as the town says.
    package func offer(_ slot: BookingSlot, reason: String, by member: StaffMember) async throws {
        let (catalogue, page) = (catalogue, page)
        try await change(slot, reason: reason) { place, transaction, reason, now in
            guard place.isWaiting, let day = catalogue.day(of: place) else { throw WaitingListRefusal.unknown }
            guard try WaitingListRoom([place.day], in: transaction, catalogue).isFree(for: place) else { throw WaitingListRefusal.full }
            try PlaceStore(transaction).move(of: place, count: 1, in: catalogue)
            let hours = if case .offered(let hours) = day.activity.waitingList { hours } else { 24 }
            let end = if case .until(let limit) = day.adding { min(now.adding(hours: hours), limit) } else { min(now.adding(hours: hours), day.end) }
            try AwaitedPlaceStore(transaction).offer(slot, until: end)
            let detail = "\(slot.text) avant son tour\u{A0}: \(reason)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .waitingMoved, on: slot.child, detail: detail, at: now)
            var letters = WaitingListLetters(catalogue, at: now, page: page, by: .staff(member.id))
            letters.add(place, .offered(until: end))
            try letters.send(in: transaction)
        }
    }

    /// Takes a family out of the line; a place that was held for it goes to the next.
    package func remove(_ slot: BookingSlot, reason: String, by member: StaffMember) async throws {
        let (catalogue, page) = (catalogue, page)
        try await change(slot, reason: reason) { place, transaction, reason, now in
            try AwaitedPlaceStore(transaction).delete(slot)
            if place.offeredUntil != nil { try PlaceStore(transaction).move(of: place, count: -1, in: catalogue) }
            var letters = WaitingListLetters(catalogue, at: now, page: page, by: .staff(member.id))
            letters.add(place, .removed(reason))
            try letters.send(in: transaction)
        }
    }

    /// Changes one place of a line, whose day it holds meanwhile, and lets the next in turn have what that frees.
    private func change(
        _ slot: BookingSlot,
        reason: String,
        _ body: @escaping @Sendable (AwaitedPlace, any Transaction, String, Instant) throws -> Void
    ) async throws {
        var errors = FieldErrors()
        let text = errors.text(reason, WaitingListField.reason, longest: 300, missing: "Dites pourquoi\u{A0}: le journal le garde.")
        guard let text, errors.isEmpty else { throw errors }
        let (catalogue, clock, page) = (catalogue, portal.clock, page)
        try await portal.database.write { transaction in
            try transaction.lock([.booking])
            let catalogue = try PortalCatalogueStore(transaction).current(catalogue)
            let store = AwaitedPlaceStore(transaction)
            guard let found = try store.place(slot), found.state != .asked else { throw WaitingListRefusal.unknown }
            let days = try WaitingListDays([found.day], in: transaction)
            // Somebody may have answered while we waited for the day.
            guard let place = try store.place(slot) else { throw WaitingListRefusal.unknown }
            try body(place, transaction, text, clock.now)
            try WaitingListSettlement(transaction, catalogue, at: clock.now, page: page).settle(days)
        }
    }
}

extension AwaitedPlaceStore {
    /// Those who wait in the line of a place's group, in the order of turns.
    fileprivate func line(of place: AwaitedPlace, in catalogue: PortalCatalogue) throws -> [AwaitedPlace] {
        try ranked(places(on: place.day), in: catalogue).filter { $0.isWaiting && $0.group == place.group }.sorted(by: AwaitedPlace.isAhead)
    }
}

/// Why a line is not changed.
package enum WaitingListRefusal: Error, Hashable, Sendable {
    /// The family does not wait any more.
    case unknown
    /// No place is free.
    case full
    /// The line has so many ranks.
    case noSuchRank(Int)

    package var french: String {
        switch self {
        case .unknown: "Cette famille n'attend plus cette place."
        case .full: "Aucune place n'est libre\u{A0}: il n'y a rien à proposer."
        case .noSuchRank(let count): "Donnez un rang entre 1 et \(count)."
        }
    }
}

/// The names of the forms' fields; each entry of a page has its own.
package enum WaitingListField: String, CaseIterable, Hashable, Sendable {
    case reason = "motif"
    case rank = "rang"

    package func name(_ slot: BookingSlot) -> String { "\(rawValue)-\(slot.text)" }
}
