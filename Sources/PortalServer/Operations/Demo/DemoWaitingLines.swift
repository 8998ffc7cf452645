import PortalCore

/// Lets families wait for a place on the next full days of an activity with a waiting list, and frees a place of another full day, so that a
/// visitor meets a line and an offer. Requests, ranks, offers and mails are the portal's own.
struct DemoWaitingLines {
    let portal: Portal

    /// How many families wait for a full day.
    private static let families = 5

    func fill() async throws {
        guard let catalogue = try portal.database.read({ try PortalCatalogueStore($0).load() }) else { return }
        for activity in catalogue.activities where activity.waitingList != .noLine && activity.kind == .wednesday {
            let full = try fullUnits(of: activity, in: catalogue)
            // One day with a line, and one with an offer.
            if let unit = full.first { _ = try await wait(for: unit, of: activity, catalogue, families: DemoWaitingLines.families) }
            if let unit = full.first(where: { $0.date != full.first?.date }), try await wait(for: unit, of: activity, catalogue, families: 2) > 0 {
                try await freeOne(unit, catalogue)
            }
        }
    }

    /// A unit that is full in a group on a day that may still be booked.
    private struct FullUnit {
        let unit: Identifier<BookableUnit>
        let group: Identifier<ActivityGroup>
        let date: CivilDate
    }

    /// The fullest first: on the nearest day, in the group with most children.
    private func fullUnits(of activity: Activity, in catalogue: PortalCatalogue) throws -> [FullUnit] {
        let today = portal.clock.today
        let counts = try portal.database.read { try PlaceStore($0).counts(in: activity.id, from: today, through: today.adding(days: 60)) }
        let opening = OpeningDays(of: activity, in: catalogue.calendar)
        var full: [FullUnit] = []
        for date in (0..<60).map({ today.adding(days: $0) }) where opening.isOpen(on: date) {
            for group in activity.groups.sorted(by: { $0.capacity > $1.capacity }) {
                for unit in activity.units where UnitDay(unit, on: date, of: opening).adding.allows(portal.clock.now) {
                    let isFull = unit.places(in: group.id, on: date).contains { group.limit(counts[$0]) <= (counts[$0]?.taken ?? 0) }
                    if isFull { full.append(FullUnit(unit: unit.id, group: group.id, date: date)) }
                }
            }
        }
        return full
    }

    /// The first families of the demo join the line behind some others; how many did.
    private func wait(for full: FullUnit, of activity: Activity, _ catalogue: PortalCatalogue, families: Int) async throws -> Int {
        let wishes = try portal.database.read { try DemoStore($0).idle(in: full.group, on: full.date, limit: families) }
        var joined = 0
        // The first family, with which a visitor logs in, is in the middle of a line of five, and at the head of a line of two.
        for (number, wish) in (families > 2 ? Array(wishes.dropFirst(1).prefix(2)) + wishes.prefix(1) + wishes.dropFirst(3) : wishes).enumerated() {
            guard let access = try portal.database.read({ try HouseholdAccess(account: wish.account, in: $0) }),
                let key = IdempotencyKey("demonstration-attente-\(full.date.dayNumber)-\(full.unit.rawValue)-\(wish.account.rawValue)")
            else { continue }
            let moment = portal.clock.now.adding(seconds: Int64(-3600 * (30 - number)))
            let then = Portal(slug: portal.slug, database: portal.database, clock: StoppedClock(moment))
            let change = BookingChange(.add, BookingSlot(child: wish.child, unit: full.unit, date: full.date))
            let request = try await BookingService(then, catalogue).confirm([change], key: key, by: access)
            joined += request.lines.count { $0.outcome.isPending }
        }
        return joined
    }

    /// Somebody who has a place gives it back two hours ago.
    private func freeOne(_ full: FullUnit, _ catalogue: PortalCatalogue) async throws {
        guard let holder = try portal.database.read({ try DemoStore($0).holder(of: full.unit, in: full.group, on: full.date) }),
            let access = try portal.database.read({ try HouseholdAccess(account: holder.account, in: $0) }),
            let key = IdempotencyKey("demonstration-place-rendue-\(holder.account.rawValue)")
        else { return }
        let then = Portal(slug: portal.slug, database: portal.database, clock: StoppedClock(portal.clock.now.adding(hours: -2)))
        let change = BookingChange(.cancel, BookingSlot(child: holder.child, unit: full.unit, date: full.date))
        try await BookingService(then, catalogue).confirm([change], key: key, by: access)
    }
}
