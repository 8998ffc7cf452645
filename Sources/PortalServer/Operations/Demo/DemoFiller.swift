import PortalCore

/// Fills one portal, whose definition has just been imported, with invented people.
struct DemoFiller {
    let portal: Portal
    let seed: UInt64
    /// nil: as many as fit the town.
    let households: Int?
    /// One hash for everybody: hashing takes 20 ms and protects nothing here.
    let passwordHash: String

    /// Families in one transaction: large enough to be fast, small enough for the log.
    private static let chunk = 250

    /// What was written.
    struct Result: Sendable {
        var accounts: DemoAccounts
        var households = 0
        var children = 0
        var bookings = 0
    }

    func fill() async throws -> Result {
        let now = portal.clock.now
        guard let catalogue = try portal.database.read({ try PortalCatalogueStore($0).load() }) else {
            throw CommandFailure(message: "\(portal.slug) n'a pas de définition.")
        }
        let town = DemoTown(slug: portal.slug, name: catalogue.settings.shortName, seed: seed, today: portal.clock.today)
        let wanted = households ?? town.usualHouseholds
        let scale = max(1, (wanted + town.usualHouseholds - 1) / town.usualHouseholds)
        let season = DemoSeason(catalogue, today: portal.clock.today)
        var planner = DemoPlanner(town: town, season: season, now: now, scale: scale)
        var result = Result(accounts: DemoAccounts(settings: catalogue.settings, staff: DemoStaffMember.all))
        let centres = catalogue.activities.filter { $0.kind == .wednesday || $0.kind == .leisureCentre }
        try await prepare(scale: scale, leisureCentres: Set(centres.map(\.place)), at: now)
        var number = 0
        while result.households < wanted {
            var plans: [DemoPlan] = []
            while plans.count < DemoFiller.chunk, result.households < wanted {
                let plan = try planner.plan(number)
                plans.append(plan)
                number += 1
                result.households += plan.family.homes.count
            }
            try await write(plans, years: season.schoolYears, to: &result)
        }
        try await write(planner.taken)
        try await callRolls(season)
        try await portal.database.write { transaction in
            try DemoStore(transaction).insertStops(catalogue.activities, from: season.today.adding(days: -60))
            try DemoStore(transaction).insertTimes(catalogue.activities, today: season.today)
        }
        return result
    }

    private func prepare(scale: Int, leisureCentres: Set<String>, at now: Instant) async throws {
        try await portal.database.write { [passwordHash] transaction in
            if scale > 1 { try DemoStore(transaction).enlargeGroups(times: scale) }
            let staff = StaffStore(transaction)
            for member in DemoStaffMember.all {
                let id = try staff.insert(
                    login: member.login,
                    passwordHash: passwordHash,
                    firstName: member.firstName,
                    lastName: member.lastName,
                    role: member.role
                )
                if member.role.isBoundToPlaces { try staff.bind(id, to: leisureCentres) }
                for hours in [-51, -20] { try staff.recordLogin(of: id, at: now.adding(hours: hours)) }
            }
        }
    }

    private func write(_ plans: [DemoPlan], years: [SchoolYear], to result: inout Result) async throws {
        let ids = try await portal.database.write { [passwordHash, vault = portal.vault] transaction in
            let store = DemoStore(transaction)
            return try plans.map { try store.insert($0, passwordHash: passwordHash, years: years, vault: vault) }
        }
        for (plan, children) in zip(plans, ids) {
            result.accounts.add(plan, children: children)
            result.children += children.count
            result.bookings += plan.children.reduce(0) { $0 + $1.bookings.count }
        }
    }

    private func callRolls(_ season: DemoSeason) async throws {
        let wednesdays = season.catalogue.activities.first { $0.kind == .wednesday }
        let last = wednesdays.flatMap { activity in season.openDays(of: activity).last { $0 < season.today }.map { (activity.id, $0) } }
        try await portal.database.write { try DemoStore($0).insertRollCalls(before: season.today, forgotten: last) }
    }

    private func write(_ taken: [Place: Int]) async throws {
        try await portal.database.write { transaction in
            let store = DemoStore(transaction)
            for (place, count) in taken { try store.insert(place, taken: count) }
        }
    }
}
