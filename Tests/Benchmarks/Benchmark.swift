import Glibc

/// `PortalBenchmarks storage [--quick] [--postgresql URL] [--households N,N] [--folder DIR] | planning`, through `script/bench`.
enum Benchmark {
    static func run(_ arguments: [String]) async {
        do {
            let options = try BenchmarkOptions(arguments.dropFirst())
            switch options.name {
            case "storage": try await StorageBenchmark(options).run()
            case "planning": try await PlanningBenchmark(options).run()
            default: throw BenchmarkFailure("no benchmark \(options.name): there are storage and planning")
            }
        } catch {
            print("bench: \(error)")
            exit(1)
        }
    }
}

struct BenchmarkFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// What the command line asks for.
struct BenchmarkOptions {
    let name: String
    /// How many times each configuration gets its turn.
    private(set) var rounds = 3
    /// The sizes of the towns whose home pages are compared.
    private(set) var households = [1_000, 10_000]
    /// On the disk that is measured.
    private(set) var folder = "."
    private(set) var postgreSQL: String?
    /// The parts to run, all when empty: bookings, delayed, journal, growth, latency, size.
    private(set) var parts: Set<String> = []
    /// A few minutes: one size of town, two rounds, less of everything.
    private(set) var isQuick = false

    init(_ arguments: ArraySlice<String>) throws {
        var words = Array(arguments)
        name = words.isEmpty ? "" : words.removeFirst()
        while !words.isEmpty {
            let option = words.removeFirst()
            if option == "--quick" {
                (isQuick, rounds, households) = (true, 2, [1_000])
                continue
            }
            guard !words.isEmpty else { throw BenchmarkFailure("\(option) needs a value") }
            let value = words.removeFirst()
            switch option {
            case "--rounds": rounds = max(1, Int(value) ?? 3)
            case "--households": households = value.split(separator: ",").compactMap { Int($0) }
            case "--folder": folder = value
            case "--postgresql": postgreSQL = value
            case "--parts": parts = Set(value.split(separator: ",").map(String.init))
            default: throw BenchmarkFailure("unknown option \(option)")
            }
        }
    }

    func wants(_ part: String) -> Bool { parts.isEmpty || parts.contains(part) }
}
