import PortalCore

/// The bookings' table on PostgreSQL, in two schemas of its own that go away: one for the service, one for its statements alone. Only this process's
/// own processor time is counted, not the server's.
struct PostgreSQLRounds {
    private let url: String
    private let service: PostgreSQLAddress
    private let bare: PostgreSQLAddress
    private let rounds: Int
    private let size: Size

    private struct Size {
        let households: Int
        /// Bookings of a round by one requester, and by several.
        let alone: Int
        let together: Int
    }

    init(_ url: String, _ options: BenchmarkOptions) throws {
        self.url = url
        service = try PostgreSQLAddress(url, defaultSchema: "portail_bench")
        bare = try PostgreSQLAddress(url, defaultSchema: "portail_bench_raw")
        rounds = options.rounds
        size = options.isQuick ? Size(households: 64, alone: 100, together: 512) : Size(households: 250, alone: 200, together: 1024)
    }

    func run() async throws {
        try remove()
        defer { try? remove() }
        let (database, town) = try await open(service)
        defer { database.close() }
        let raw = try await recordedTape(size.alone * rounds + size.together * rounds)
        let accesses = try town.accesses(size.households)
        let booking = BookingService(town.portal, town.catalogue)
        let jobs = Turns()
        var results: [(name: String, rates: [Double], costs: [Double])] = []
        for _ in 0..<rounds {
            var position = 0
            func turn(_ name: String, _ count: Int, _ work: () async throws -> Void) async throws {
                let measure = try await Measure(work)
                if position == results.count { results.append((name, [], [])) }
                results[position].rates.append(Double(count) / measure.seconds)
                results[position].costs.append(measure.processor * 1e6 / Double(count))
                position += 1
            }
            try await turn("libpq, 1 per commit, one connection", size.alone) { try raw.replay(size.alone, perCommit: 1) }
            try await turn("libpq, 64 per commit, one connection", size.together) { try raw.replay(size.together, perCommit: 64) }
            for requesters in [1, 8, 64, 256] {
                let count = requesters == 1 ? size.alone : size.together
                try await turn("BookingService.confirm, \(requesters) requesters", count) {
                    try await together(count, requesters) { _ in
                        let job = try town.job(jobs.next(), of: accesses)
                        try await booking.confirm([job.change], key: job.key, by: job.access)
                    }
                }
            }
        }
        print("PostgreSQL, \(service.summary), fsync = \(try raw.connection.setting("fsync")); medians of \(rounds) alternating rounds")
        var table = Table("", "bookings/s", "CPU µs/booking here", "rate / libpq 1")
        let alone = results.first?.rates ?? []
        for result in results {
            let ratios = zip(result.rates, alone).map { $0 / $1 }.median
            table.add(result.name, result.rates.median.short, result.costs.median.short, ratios.short)
        }
        table.print()
    }

    /// A filled town, and the schema it is in.
    private func open(_ address: PostgreSQLAddress) async throws -> (PostgreSQLDatabase, BenchmarkTown) {
        let database = try PostgreSQLDatabase.open(address)
        let town = try await BenchmarkTown.fill(database, households: size.households)
        // Rows that came with their numbers have not moved the counter of new ones.
        try await database.write { transaction in
            _ = try transaction.query("SELECT setval(pg_get_serial_sequence('requests', 'id'), 1000000)") { _ in }
        }
        return (database, town)
    }

    /// What the service says for so many bookings, and a connection to another schema, of the same content, to say it on.
    private func recordedTape(_ count: Int) async throws -> RawReplay {
        let tape = try PostgreSQLAddress(url, defaultSchema: "portail_bench_tape")
        let (database, town) = try await open(tape)
        defer {
            database.close()
            try? PostgreSQLSchema.remove(tape)
        }
        let recorded = RecordingDatabase(database: database)
        let portal = Portal(slug: "bondoufle", database: recorded, clock: StoppedClock(BenchmarkTown.now))
        let service = BookingService(portal, town.catalogue)
        let accesses = try town.accesses(size.households)
        for number in 0..<count {
            let job = try town.job(number, of: accesses)
            try await service.confirm([job.change], key: job.key, by: job.access)
        }
        try await open(bare).0.close()
        return RawReplay(try RawPostgreSQL(url, schema: bare.schema), recorded.tape.transactions)
    }

    private func remove() throws {
        for address in [service, bare] { try PostgreSQLSchema.remove(address) }
    }
}

/// A tape that is said from its beginning to its end, a piece in each round.
private final class RawReplay {
    let connection: RawPostgreSQL
    private let transactions: [[StatementTape.Statement]]
    private var next = 0

    init(_ connection: RawPostgreSQL, _ transactions: [[StatementTape.Statement]]) {
        self.connection = connection
        self.transactions = transactions
    }

    func replay(_ count: Int, perCommit: Int) throws {
        try connection.replay(transactions[next..<next + count], perCommit: perCommit)
        next += count
    }
}
