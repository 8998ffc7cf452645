import Glibc
import PortalCore
import Synchronization

/// Bookings per second, configuration after configuration, round after round, on copies of the same town.
final class BookingRounds {
    enum Disk {
        case real
        case delayed

        var name: String { self == .real ? "the disk's own fsync" : "5 ms added to each fsync" }
        var delay: UInt32 { self == .real ? 0 : 5000 }
    }

    private let raw: RawSQLite
    private let bare: SQLiteDatabase
    let town: BenchmarkTown
    let path: String
    private let recorded: RecordingDatabase
    private let journalless: BenchmarkTown
    private let rounds: Int
    private var nextRaw = 0
    private let bareTurns = Turns()
    private let jobs = Turns()
    let accesses: [HouseholdAccess]

    /// Makes four copies of a town: one to record on, one for the C API, one for the door with bare statements, one for the service.
    init(start: String, households: Int, folder: String, rounds: Int) throws {
        func copy(_ name: String) throws -> String {
            let path = "\(folder)/\(name).sqlite"
            try copyFile(start, to: path)
            return path
        }
        func town(_ database: any Database) throws -> BenchmarkTown {
            try BenchmarkTown.open(Portal(slug: "bondoufle", database: database, clock: StoppedClock(BenchmarkTown.now)), households: households)
        }
        recorded = RecordingDatabase(database: try SQLiteDatabase.open(path: copy("recorded")))
        raw = try RawSQLite(path: copy("raw"))
        bare = try SQLiteDatabase.open(path: copy("bare"))
        journalless = try town(JournallessDatabase(database: SQLiteDatabase.open(path: copy("journalless"))))
        path = try copy("service")
        self.town = try town(SQLiteDatabase.open(path: path))
        accesses = try self.town.accesses(1000)
        self.rounds = rounds
    }

    func close() {
        recorded.close()
        bare.close()
        journalless.portal.database.close()
        town.portal.database.close()
    }

    /// Bookings of one round: less where each one takes long.
    private static func count(_ requesters: Int, perCommit: Int, _ disk: Disk) -> Int {
        switch disk {
        case .real: max(requesters, perCommit) == 1 ? 500 : 2560
        case .delayed: max(requesters, perCommit) == 1 ? 64 : max(requesters, perCommit) == 8 ? 256 : 1280
        }
    }

    static func tapeLength(_ options: BenchmarkOptions) -> Int {
        let disks: [Disk] = (options.wants("bookings") ? [.real] : []) + (options.wants("delayed") ? [.delayed] : [])
        return disks.map { disk in (count(1, perCommit: 1, disk) + count(1, perCommit: 64, disk) * 4) * options.rounds }.reduce(0, +)
    }

    /// Confirms bookings and writes down what the service said to the database.
    func record(_ count: Int) async throws {
        let portal = Portal(slug: "bondoufle", database: recorded, clock: StoppedClock(BenchmarkTown.now))
        let service = BookingService(portal, town.catalogue)
        for number in 0..<count {
            let job = try town.job(number, of: accesses)
            let request = try await service.confirm([job.change], key: job.key, by: job.access)
            guard request.lines.allSatisfy(\.outcome.isAccepted) else { throw BenchmarkFailure("refused: \(request.lines)") }
        }
        let statements = recorded.tape.transactions.first?.count ?? 0
        if count > 0 { print("A booking says \(statements) statements to the database.\n") }
    }

    func run(_ disk: Disk) async throws {
        BenchmarkDisk.delay.store(disk.delay, ordering: .relaxed)
        defer { BenchmarkDisk.delay.store(0, ordering: .relaxed) }
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
            for perCommit in [1, 64] {
                let count = BookingRounds.count(1, perCommit: perCommit, disk)
                try await turn("C API, \(perCommit) per commit", count) { try replayRaw(count, perCommit: perCommit) }
            }
            for requesters in [8, 64] {
                let count = BookingRounds.count(requesters, perCommit: 1, disk)
                try await turn("same statements through the door, \(requesters) requesters", count) { try await replayBare(count, requesters) }
            }
            for requesters in [1, 8, 64, 256] {
                let count = BookingRounds.count(requesters, perCommit: 1, disk)
                try await turn("BookingService.confirm, \(requesters) requesters", count) { try await confirm(count, requesters) }
            }
            let count = BookingRounds.count(64, perCommit: 1, disk)
            try await turn("the same without the journal, 64 requesters", count) { try await confirm(count, 64, in: journalless) }
        }
        print("SQLite, \(disk.name); medians of \(rounds) alternating rounds")
        var table = Table("", "bookings/s", "CPU µs/booking", "rate / C API 64", "CPU of C API 64 / CPU")
        let batched = results.first { $0.name.contains("64 per commit") }
        for result in results {
            let rates = zip(result.rates, batched?.rates ?? []).map { $0 / $1 }.median
            let costs = zip(result.costs, batched?.costs ?? []).map { $1 / $0 }.median
            table.add(result.name, result.rates.median.short, result.costs.median.short, rates.short, costs.short)
        }
        table.print()
    }

    private func replayRaw(_ count: Int, perCommit: Int) throws {
        try raw.replay(recorded.tape.transactions[nextRaw..<nextRaw + count], perCommit: perCommit)
        nextRaw += count
    }

    /// The tape through the door. Whoever's turn it is at the writer says the tape's next transaction: its numbers stand in that order.
    private func replayBare(_ count: Int, _ requesters: Int) async throws {
        let tape = Tape(recorded.tape.transactions)
        try await together(count, requesters) { [bare, self] _ in
            try await bare.write { transaction in
                try transaction.replay(tape.transactions[self.bareTurns.next()])
            }
        }
    }

    func confirm(_ count: Int, _ requesters: Int, in other: BenchmarkTown? = nil) async throws {
        let town = other ?? town
        let service = BookingService(town.portal, town.catalogue)
        try await together(count, requesters) { [self] _ in try await confirmNext(service) }
    }

    /// Books the next free slot of the next household.
    func confirmNext(_ service: BookingService) async throws {
        let job = try town.job(jobs.next(), of: accesses)
        try await service.confirm([job.change], key: job.key, by: job.access)
    }
}

// Unchecked: what is not constant is touched by the one task that runs the rounds.
extension BookingRounds: @unchecked Sendable {}

/// Statements that several threads read.
private struct Tape: @unchecked Sendable {
    let transactions: [[StatementTape.Statement]]
    init(_ transactions: [[StatementTape.Statement]]) { self.transactions = transactions }
}

/// Numbers given out one by one, from 0, to whoever asks.
final class Turns: Sendable {
    private let count = Atomic<Int>(0)

    func next() -> Int { count.add(1, ordering: .relaxed).oldValue }
}

/// Does a piece of work so many times in all, by so many requesters who each wait for one answer before they ask again.
func together(_ count: Int, _ requesters: Int, _ work: @escaping @Sendable (Int) async throws -> Void) async throws {
    let turns = Turns()
    try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<requesters {
            group.addTask {
                while true {
                    let turn = turns.next()
                    guard turn < count else { return }
                    try await work(turn)
                }
            }
        }
        try await group.waitForAll()
    }
}

func copyFile(_ source: String, to target: String) throws {
    let input = open(source, O_RDONLY)
    let output = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer {
        close(input)
        close(output)
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
        let count = read(input, &chunk, chunk.count)
        if count == 0 { break }
        guard count > 0, write(output, chunk, count) == count else { throw BenchmarkFailure("cannot copy \(source)") }
    }
    fsync(output)
}
