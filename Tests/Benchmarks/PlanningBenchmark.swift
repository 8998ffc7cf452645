import Glibc
import PortalCore

/// The processor time of a month's planning: reading it, judging each box, reviewing a change of each day.
struct PlanningBenchmark {
    private let folder: String

    init(_ options: BenchmarkOptions) {
        folder = options.folder
    }

    func run() async throws {
        let path = "\(folder)/portail-bench-planning-\(Measure.now).sqlite"
        let database = try SQLiteDatabase.open(path: path)
        defer {
            database.close()
            for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
        }
        let town = try await BenchmarkTown.fill(database, households: 100)
        guard let access = try town.accesses(1).first else { throw BenchmarkFailure("no household") }
        let service = BookingService(town.portal, town.catalogue)
        let month = Month(containing: CivilDate(year: 2026, month: 11, dayAtMost: 1))
        let open = try service.planning(month, of: access).cells.filter(\.mayChange)
        let changes = open.filter { $0.slot.date.dayNumber % 2 == 0 }.map { BookingChange(.add, $0.slot) }
        guard let key = IdempotencyKey("benchmark-planning-1") else { return }
        try await service.confirm(changes, key: key, by: access)
        let planning = try service.planning(month, of: access)
        print("A month of three children: \(planning.cells.count) cells, \(changes.count) bookings; CPU of the thread in µs, 300 runs")
        var table = Table("", "p50", "p99")
        func add(_ name: String, _ work: () throws -> Void) throws {
            let times = try Measure.runs(300) { _ in try work() }
            table.add(name, times.quantile(0.5).short, times.quantile(0.99).short)
        }
        try add("access") { _ = try database.read { try HouseholdAccess(account: access.account, in: $0) } }
        try add("planning") { _ = try service.planning(month, of: access) }
        try add("snapshot's text") { _ = planning.snapshot.text }
        try add("review of \(changes.count) changes") { _ = try service.review(changes, by: access) }
        table.print()
    }
}

extension PlanningMonth {
    fileprivate var cells: [PlanningCell] { weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells) }
}
