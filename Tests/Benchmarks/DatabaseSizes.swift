import PortalCore

/// The bytes of each table with its indexes, as SQLite counts its pages.
struct DatabaseSizes {
    let tables: [String: Int]

    init(path: String) throws {
        let raw = try RawSQLite(path: path)
        try raw.run("PRAGMA wal_checkpoint(TRUNCATE)")
        let pairs = try raw.pairs("SELECT m.tbl_name, sum(s.pgsize) FROM dbstat s JOIN sqlite_schema m ON m.name = s.name GROUP BY 1")
        tables = Dictionary(pairs, uniquingKeysWith: +)
    }

    var total: Int { tables.values.reduce(0, +) }

    func printBulk(_ town: BenchmarkTown) {
        let bookings = town.households * BenchmarkTown.bookingsPerHousehold
        Swift.print(
            "\(town.households.grouped) households, \(bookings.grouped) bookings: \((total / 1_000_000).grouped) MB; bytes per booking, one request for 16 days"
        )
        print(self, per: bookings)
    }

    func print(_ sizes: DatabaseSizes, per count: Int) {
        var table = Table("table with its indexes", "bytes")
        for (name, bytes) in sizes.tables.sorted(by: { $0.value > $1.value }) where Double(bytes) / Double(count) >= 0.1 {
            table.add(name, (Double(bytes) / Double(count)).short)
        }
        table.add("all", (Double(sizes.total) / Double(count)).short)
        table.print()
    }

    /// What has been added since.
    func since(_ earlier: DatabaseSizes) -> DatabaseSizes {
        DatabaseSizes(tables: tables.merging(earlier.tables.mapValues(-)) { $0 + $1 })
    }

    private init(tables: [String: Int]) { self.tables = tables }
}

extension BookingRounds {
    /// What a booking takes when each is a request of its own: the dearest way to book.
    func printSizes() async throws {
        let before = try DatabaseSizes(path: path)
        let count = 20_000
        try await confirm(count, 64)
        let grown = try DatabaseSizes(path: path).since(before)
        print("Bytes per booking when each is a request of its own (\(count.grouped) of them)")
        grown.print(grown, per: count)
    }
}
