import PortalCore

/// Lets the families that a visitor logs in with ask for days over the last weeks, as they would have: their requests, the answers and the mails
/// are the portal's own.
struct DemoRequests {
    let portal: Portal

    /// How many families ask.
    private static let families = 6
    /// How many days ago they ask, for how many slots, in which month from then.
    private static let asks = [(daysAgo: 38, slots: 3, month: 1), (daysAgo: 17, slots: 2, month: 0), (daysAgo: 3, slots: 4, month: 1)]

    func fill() async throws {
        guard let catalogue = try portal.database.read({ try PortalCatalogueStore($0).load() }) else { return }
        let accounts = try portal.database.read { try DemoStore($0).firstAccounts(DemoRequests.families) }
        for account in accounts {
            guard let access = try portal.database.read({ try HouseholdAccess(account: account, in: $0) }) else { continue }
            for (number, ask) in DemoRequests.asks.enumerated() {
                guard let key = IdempotencyKey("demonstration-\(account.rawValue)-\(number)") else { continue }
                let moment = portal.clock.now.adding(hours: -24 * ask.daysAgo)
                let then = Portal(slug: portal.slug, database: portal.database, clock: StoppedClock(moment))
                let service = BookingService(then, catalogue)
                let thisMonth = Month(containing: ParisTime.date(moment))
                let planning = try service.planning(ask.month == 0 ? thisMonth : thisMonth.next, of: access)
                let changes = DemoRequests.changes(planning, at: most(ask.slots, from: account))
                guard !changes.isEmpty else { continue }
                try await service.confirm(changes, key: key, by: access)
            }
        }
    }

    /// Families do not all ask for as much.
    private func most(_ slots: Int, from account: Identifier<Account>) -> Int { slots + Int(account.rawValue % 3) }

    /// Some of the days that may be booked, all over the month, and the last that may be cancelled.
    private static func changes(_ planning: PlanningMonth, at most: Int) -> [BookingChange] {
        let days = planning.weeks.flatMap(\.days).flatMap(\.children)
        let free = days.flatMap(freeCells)
        let added = stride(from: 0, to: free.count, by: max(1, free.count / most)).prefix(most).map { BookingChange(.add, free[$0].slot) }
        let cancelled = days.flatMap(\.cells).last { $0.isBooked && $0.mayChange }.map { BookingChange(.cancel, $0.slot) }
        return added + [cancelled].compactMap(\.self)
    }

    /// One cell of each activity that the child has nothing of on the day: units of one activity may overlap.
    private static func freeCells(_ day: PlanningChildDay) -> [PlanningCell] {
        let booked = Set(day.cells.filter(\.isBooked).map(\.activity))
        let free = day.cells.filter { cell in
            if case .free = cell.state { !booked.contains(cell.activity) } else { false }
        }
        return Dictionary(grouping: free, by: \.activity).values.compactMap(\.first).sorted { $0.slot.unit < $1.slot.unit }
    }
}
