import Glibc
import PortalCore

/// The tables of `docs/performance.md`, in one run.
struct StorageBenchmark {
    let options: BenchmarkOptions
    let folder: String

    init(_ options: BenchmarkOptions) throws {
        self.options = options
        folder = "\(options.folder)/portail-bench-\(getpid())"
    }

    func run() async throws {
        try BenchmarkDisk.install()
        guard mkdir(folder, 0o700) == 0 else { throw BenchmarkFailure("\(folder): \(String(cString: strerror(errno)))") }
        defer { remove() }
        if ["bookings", "delayed", "journal", "latency", "size"].contains(where: options.wants) { try await bookings() }
        if options.wants("growth") { try await growth() }
        if let url = options.postgreSQL { try await PostgreSQLRounds(url, options).run() }
    }

    private func bookings() async throws {
        let start = "\(folder)/start.sqlite"
        let database = try SQLiteDatabase.open(path: start)
        let town = try await BenchmarkTown.fill(database, households: 1000)
        database.close()
        let rounds = try BookingRounds(start: start, households: town.households, folder: folder, rounds: options.rounds)
        defer { rounds.close() }
        try await rounds.record(BookingRounds.tapeLength(options))
        if options.wants("bookings") { try await rounds.run(.real) }
        if options.wants("delayed") { try await rounds.run(.delayed) }
        if options.wants("journal") { try await JournalCost(rounds).run() }
        if options.wants("latency") { try await OpenLoop(rounds, seconds: options.isQuick ? 4 : 8).run() }
        if options.wants("size"), !options.isQuick { try await rounds.printSizes() }
    }

    /// Towns of each size, filled first and then asked in turns: whatever else the machine does meanwhile, it does to all of them.
    private func growth() async throws {
        var towns: [HomePageRounds] = []
        for households in options.households {
            let path = "\(folder)/growth-\(households).sqlite"
            let filled = try SQLiteDatabase.open(path: path)
            let town = try await BenchmarkTown.fill(filled, households: households)
            // Closed, it gives its journal back: a running server's is never longer than a few megabytes.
            filled.close()
            try DatabaseSizes(path: path).printBulk(town)
            let portal = Portal(slug: town.portal.slug, database: try SQLiteDatabase.open(path: path), clock: town.portal.clock)
            towns.append(HomePageRounds(try BenchmarkTown.open(portal, households: households)))
        }
        for _ in 0..<options.rounds { for index in towns.indices { try towns[index].measure() } }
        var table = HomePageRounds.table
        for town in towns { try town.add(to: &table) }
        print("Home page's queries, in one snapshot; CPU of the thread in µs; medians of \(options.rounds) turns; 2 000 families drawn among all")
        table.print()
    }

    private func remove() {
        guard let entries = opendir(folder) else { return }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            unlink("\(folder)/\(name)")
        }
        closedir(entries)
        rmdir(folder)
    }
}
