import PortalCore

/// A town of the size that is asked for: households of two adults and three children who come three times a day on 140 days of last year.
struct BenchmarkTown {
    let portal: Portal
    let catalogue: PortalCatalogue
    let households: Int
    let units: [Identifier<BookableUnit>]
    /// The school days of this year that can still be booked.
    private(set) var days: [CivilDate]

    static let now = Instant(rfc3339: "2026-09-07T10:00:00+02:00") ?? Instant(seconds: 0)
    static let bookedDays = 140
    /// Days whose bookings were made by one request of the household.
    static let daysPerRequest = 16
    static let bookingsPerHousehold = 3 * 3 * bookedDays

    /// Imports the definition of Bondoufle, without limits to its groups, and fills it.
    static func fill(_ database: any Database, households: Int) async throws -> BenchmarkTown {
        let portal = Portal(slug: "bondoufle", database: database, clock: StoppedClock(now))
        try await PortalDefinitionService(portal).put(PortalDefinition(file: "Portals/bondoufle.yaml", today: portal.clock.today))
        try await database.write { try BenchmarkStore($0).prepare() }
        let town = try open(portal, households: households)
        let past = town.schoolDays(from: SchoolYear(startYear: 2025)).prefix(bookedDays)
        try await database.write { try BenchmarkStore($0).insert(days: Array(past)) }
        for first in stride(from: 1, through: households, by: 250) {
            try await database.write { [town] in try BenchmarkStore($0).insert(first...min(first + 249, households), town.units, at: now) }
        }
        try await database.write { try BenchmarkStore($0).finish() }
        return town
    }

    /// A town that was filled earlier.
    static func open(_ portal: Portal, households: Int) throws -> BenchmarkTown {
        guard let catalogue = try portal.database.read({ try PortalCatalogueStore($0).load() }) else { throw BenchmarkFailure("no definition") }
        return BenchmarkTown(portal, catalogue, households: households)
    }

    private init(_ portal: Portal, _ catalogue: PortalCatalogue, households: Int) {
        self.portal = portal
        self.catalogue = catalogue
        self.households = households
        units = ["restauration", "periscolaire"].compactMap(catalogue.activity(code:)).flatMap { $0.units.map(\.id) }
        days = []
        days = schoolDays(from: SchoolYear(startYear: 2026)).filter { $0 > portal.clock.today.adding(days: 14) }
    }

    private func schoolDays(from year: SchoolYear) -> [CivilDate] {
        guard let canteen = catalogue.activity(code: "restauration") else { return [] }
        let opening = OpeningDays(of: canteen, in: catalogue.calendar)
        return (year.firstDay.dayNumber...year.lastDay.dayNumber).map(CivilDate.init(dayNumber:)).filter(opening.isOpen(on:))
    }
}

/// One booking that a household may make: each number is another, and neighbours are of different households.
struct BookingJob: Sendable {
    let access: HouseholdAccess
    let change: BookingChange
    let key: IdempotencyKey
}

extension BenchmarkTown {
    /// The proofs of access of the first households, one for each account.
    func accesses(_ count: Int) throws -> [HouseholdAccess] {
        try portal.database.read { transaction in
            try (1...min(count, households)).compactMap { try HouseholdAccess(account: Identifier(Int64($0)), in: transaction) }
        }
    }

    func job(_ number: Int, of accesses: [HouseholdAccess]) throws -> BookingJob {
        let access = accesses[number % accesses.count]
        let turn = number / accesses.count
        let (child, unit) = (access.children[turn % 3], units[turn / 3 % units.count])
        let slot = BookingSlot(child: child.id, unit: unit, date: days[turn / 9 % days.count])
        guard let key = IdempotencyKey("benchmark-\(1_000_000_000 + number)") else { throw BenchmarkFailure("no key") }
        return BookingJob(access: access, change: BookingChange(.add, slot), key: key)
    }
}
