import Glibc
import PortalCore
import Testing

/// Prints what a planning costs; asserts nothing. `BENCHMARK=1 swift test -c release --filter PlanningBenchmark`.
@Suite(.enabled(if: getenv("BENCHMARK") != nil)) struct PlanningBenchmark {
    @Test func `a month of three children`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa", "Tom", "Zoé"])
        let month = try month("2026-11")
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        let open = try bookings.planning(month, of: family).cells.filter(\.mayChange)
        let changes = open.filter { $0.slot.date.dayNumber % 2 == 0 }.map { BookingChange(.add, $0.slot) }
        try await bookings.confirm(changes, key: key(1), by: family)

        let planning = try bookings.planning(month, of: family)
        print("\(planning.cells.count) cells, \(changes.count) bookings, snapshot of \(planning.snapshot.text.utf8.count) bytes")
        try measure("access") { _ = try town.database.read { try HouseholdAccess(account: family.account, in: $0) } }
        try measure("planning") { _ = try bookings.planning(month, of: family) }
        measure("snapshot") { _ = planning.snapshot.text }
        try measure("review of \(changes.count) lines") { _ = try bookings.review(changes, by: family) }
    }

    /// The median of the thread's CPU time over 300 runs.
    private func measure(_ name: String, _ work: () throws -> Void) rethrows {
        var times: [Int] = []
        for _ in 0..<300 {
            let start = PlanningBenchmark.threadTime
            try work()
            times.append(PlanningBenchmark.threadTime - start)
        }
        print("\(name): \(times.sorted()[150] / 1000) µs")
    }

    /// Nanoseconds of CPU that this thread has used.
    private static var threadTime: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
