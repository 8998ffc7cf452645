import PortalCore

/// What the home page asks of the database, and what a child's month and a day's list ask, in a town of any size.
struct HomePageRounds {
    private let town: BenchmarkTown
    private let catalogues = CatalogueCache()
    /// What each turn gave, in the order of the table's columns.
    private var turns: [[Double]] = []

    init(_ town: BenchmarkTown) {
        self.town = town
    }

    static let table = Table(
        "households",
        "home, statements",
        "home p50",
        "home p99",
        "first visit p50",
        "home's services p50",
        "child's month",
        "catalogue"
    )

    /// One turn.
    mutating func measure() throws {
        let database = town.portal.database
        try database.read { try home(of: 1, in: $0) }
        let first = try Measure.runs(2000) { index in try database.read { try home(of: drawn(index), in: $0) } }
        let again = try (0..<3).flatMap { _ in try Measure.runs(2000) { index in try database.read { try home(of: drawn(index), in: $0) } } }.sorted()
        let served = try Measure.runs(2000) { try services(of: drawn($0)) }
        let month = try Measure.runs(2000) { index in
            try database.read { transaction in
                _ = try BookingStore(transaction).bookings(of: Identifier(3 * drawn(index)), from: march, through: march.adding(days: 30))
            }
        }
        let catalogue = try Measure.runs(300) { _ in try database.read { _ = try PortalCatalogueStore($0).load() } }
        turns.append([again.median, again.quantile(0.99), first.median, served.median, month.median, catalogue.median])
    }

    /// The medians of the turns.
    func add(to table: inout Table) throws {
        let tape = StatementTape()
        try town.portal.database.read { try home(of: 1, in: RecordingTransaction($0, on: tape)) }
        let columns = turns.first?.indices.map { column in turns.map { $0[column] }.median.short } ?? []
        table.add([town.households.grouped, "\(tape.transactions.first?.count ?? 0)"] + columns)
    }

    private var march: CivilDate { CivilDate(year: 2026, month: 3, dayAtMost: 9) }

    /// A family among all, the same in each pass.
    private func drawn(_ index: Int) -> Int64 { Int64((index &* 7_919 &+ index &* index &* 104_729) % town.households + 1) }

    /// The queries behind the home page, in a week of March 2026: everybody's children come three times a day.
    private func home(of account: Int64, in transaction: any Transaction) throws {
        _ = try WebSessionStore(transaction).resolve(SessionToken(cookie: "nobody's"), at: BenchmarkTown.now)
        guard let access = try HouseholdAccess(account: Identifier(account), in: transaction) else { throw BenchmarkFailure("no household") }
        _ = try catalogues.catalogue(in: transaction)
        _ = try RequestStore(transaction).summaries(for: access.adult.id, limit: 1)
        _ = try BookingStore(transaction).expected(ofChildrenOf: access.adult.id, from: march, through: march.adding(days: 6))
    }

    /// The same by the services, as the page's handler calls them.
    private func services(of account: Int64) throws {
        let (access, catalogue) = try town.portal.database.read { snapshot in
            _ = try WebSessionService(town.portal).resolve(SessionToken(cookie: "nobody's"), in: snapshot)
            guard let access = try HouseholdAccess(account: Identifier(account), in: snapshot),
                let catalogue = try catalogues.catalogue(in: snapshot)
            else { throw BenchmarkFailure("no household") }
            return (access, catalogue)
        }
        _ = try RequestService(town.portal, catalogue).latest(of: access, limit: 1)
        _ = try AgendaService(town.portal, catalogue).agendas(from: march, days: 7, for: access)
    }
}
