import PortalCore

/// The bookings' table on PostgreSQL, in a schema of its own that goes away. Only this process's own processor time is counted, not the server's.
struct PostgreSQLRounds {
    private let address: PostgreSQLAddress
    private let rounds: Int

    init(_ url: String, _ options: BenchmarkOptions) throws {
        address = try PostgreSQLAddress(url, defaultSchema: "portail_bench")
        rounds = options.rounds
    }

    func run() async throws {
        let database = try PostgreSQLDatabase.open(address)
        defer {
            database.close()
            try? PostgreSQLSchema.remove(address)
        }
        let town = try await BenchmarkTown.fill(database, households: 250)
        // Rows that came with their numbers have not moved the counter of new ones.
        try await database.write { transaction in
            _ = try transaction.query("SELECT setval(pg_get_serial_sequence('requests', 'id'), 1000000)") { _ in }
        }
        let accesses = try town.accesses(250)
        let service = BookingService(town.portal, town.catalogue)
        let (jobs, requesters) = (Turns(), [1, 8, 64, 256])
        var rates: [[Double]] = requesters.map { _ in [] }
        for _ in 0..<rounds {
            for (index, requesters) in requesters.enumerated() {
                let count = requesters == 1 ? 200 : 1024
                let measure = try await Measure {
                    try await together(count, requesters) { _ in
                        let job = try town.job(jobs.next(), of: accesses)
                        try await service.confirm([job.change], key: job.key, by: job.access)
                    }
                }
                rates[index].append(Double(count) / measure.seconds)
            }
        }
        print("PostgreSQL, \(address.summary); medians of \(rounds) alternating rounds")
        var table = Table("", "bookings/s")
        for (requesters, rates) in zip(requesters, rates) { table.add("BookingService.confirm, \(requesters) requesters", rates.median.short) }
        table.print()
    }
}
