import PortalCore
import Testing

@Suite struct AttemptThrottleTests {
    private let start = Instant(seconds: 1_000_000)
    private let limit = AttemptLimit(free: 3, firstDelay: 10, longestDelay: 60)

    private func throttle(_ database: any Database, area: String = "essais") -> AttemptThrottle {
        let vault = Vault(master: Array(0..<32), portal: "essai")
        return AttemptThrottle(Portal(slug: "essai", database: database, clock: StoppedClock(start), vault: vault), area: area)
    }

    @Test func `the delay doubles to its ceiling and a refused attempt does not lengthen it`() async throws {
        let throttle = throttle(try temporaryDatabase())
        let attempt = [AttemptThrottle.Attempt(key: "marie", limit: limit)]
        for _ in 0..<3 { #expect(try await throttle.begin(attempt, at: start) == nil) }
        var now = start
        for delay in [10, 20, 40, 60, 60] as [Int64] {
            #expect(try await throttle.begin(attempt, at: now) == delay)
            #expect(try await throttle.begin(attempt, at: now.adding(seconds: delay - 1)) == 1)
            now = now.adding(seconds: delay)
            #expect(try await throttle.begin(attempt, at: now) == nil)
        }
        #expect(try await throttle.begin(attempt, at: now.adding(seconds: 3600)) == nil, "forgotten after an hour")
    }

    @Test func `a success forgets its own failures and leaves those of others`() async throws {
        let throttle = throttle(try temporaryDatabase())
        let own = AttemptThrottle.Attempt(key: "own", limit: limit)
        let shared = AttemptThrottle.Attempt(key: "shared", limit: limit)
        for _ in 0..<20 {
            #expect(try await throttle.begin([own, shared], at: start) == nil)
            try await throttle.succeed(own: [own], shared: [shared])
        }
        for _ in 0..<3 { #expect(try await throttle.begin([shared], at: start) == nil) }
        #expect(try await throttle.begin([own, shared], at: start) == 10)
        #expect(try await throttle.begin([own], at: start) == nil)
    }

    @Test func `a clock that was ahead and is put right makes nobody wait for it`() async throws {
        let throttle = throttle(try temporaryDatabase())
        let attempt = [AttemptThrottle.Attempt(key: "marie", limit: limit)]
        for _ in 0..<5 { _ = try await throttle.begin(attempt, at: start.adding(seconds: 31_536_000)) }
        #expect(try await throttle.begin(attempt, at: start) == nil)
        for _ in 0..<3 { _ = try await throttle.begin(attempt, at: start) }
        #expect(try await throttle.begin(attempt, at: start.adding(seconds: -5)) == 10, "a little back: the delay and no more")
    }

    @Test func `what is an hour old is deleted, and no login or address is written down`() async throws {
        let database = try temporaryDatabase()
        let throttle = throttle(database)
        for number in 0..<50 {
            _ = try await throttle.begin([.init(key: "marie \(number)", limit: limit)], at: start.adding(seconds: Int64(number) * 240))
        }
        let names = try database.read { try $0.query("SELECT name FROM failed_attempts") { try $0[0] as [UInt8] } }
        #expect(names.count == 15)
        #expect(names.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("marie") })
    }

    @Test func `two processes count as one, many attempts at once as many`() async throws {
        let place = try TemporaryPlace()
        let first = try place.open()
        let processes = [throttle(first), throttle(TestServer.uri == nil ? first : try place.open())]
        let attempt = [AttemptThrottle.Attempt(key: "marie", limit: limit)]
        let begun = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<20 { group.addTask { [start] in try await processes[number % 2].begin(attempt, at: start) == nil } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(begun == 3)
        #expect(try await throttle(first, area: "agents").begin(attempt, at: start) == nil, "other logins than these")
    }

    @Test func `an IPv6 subscriber is one address`() {
        let same = [("2001:db8:1:2::1", "2001:db8:1:2:ffff:0:0:9"), ("2001:db8::1", "2001:0db8:0:0:1::"), ("::1", "::2")]
        for (left, right) in same { #expect(RemoteAddress(left) == RemoteAddress(right), "\(left) \(right)") }
        let different = [("2001:db8:1:2::1", "2001:db8:1:3::1"), ("192.0.2.1", "192.0.2.2"), ("::ffff:192.0.2.1", "::ffff:192.0.2.2")]
        for (left, right) in different { #expect(RemoteAddress(left) != RemoteAddress(right), "\(left) \(right)") }
    }
}
