import Glibc
import PortalCore
import Synchronization

/// How long a booking takes when 1,000 arrive each second, whether the earlier ones are answered or not, while the log is checkpointed.
struct OpenLoop {
    private let rounds: BookingRounds
    private static let perSecond = 1000
    private let seconds: Int

    init(_ rounds: BookingRounds, seconds: Int) {
        self.rounds = rounds
        self.seconds = seconds
    }

    func run() async throws {
        let service = BookingService(rounds.town.portal, rounds.town.catalogue)
        try await rounds.confirm(500, 8)
        let checkpoints = BenchmarkDisk.databaseSyncs.load(ordering: .relaxed)
        let total = OpenLoop.perSecond * seconds
        let times = Monitor<[Double]>([])
        let start = Measure.now + 10_000_000
        let measure = try await Measure {
            try await withThrowingTaskGroup(of: Void.self) { [rounds] group in
                for number in 0..<total {
                    let due = start + number * (1_000_000_000 / OpenLoop.perSecond)
                    let early = due - Measure.now
                    if early > 0 { try await Task.sleep(nanoseconds: UInt64(early)) }
                    group.addTask {
                        do {
                            try await rounds.confirmNext(service)
                            let taken = Double(Measure.now - due) / 1e6
                            times.silently { $0.append(taken) }
                        } catch DatabaseError.overloaded {
                            // The line was full: told at the end.
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        let sorted = times.silently { $0.sorted() }
        print("1 000 bookings arrive each second for \(seconds) s; ms from the moment each was due to its durable answer")
        var table = Table("p50", "p90", "p99", "p99.9", "longest", "refused", "checkpoints", "CPU µs/booking")
        table.add(
            sorted.quantile(0.5).short,
            sorted.quantile(0.9).short,
            sorted.quantile(0.99).short,
            sorted.quantile(0.999).short,
            (sorted.last ?? 0).short,
            (total - sorted.count).grouped,
            (BenchmarkDisk.databaseSyncs.load(ordering: .relaxed) - checkpoints).grouped,
            (measure.processor * 1e6 / Double(total)).short
        )
        table.print()
    }
}
