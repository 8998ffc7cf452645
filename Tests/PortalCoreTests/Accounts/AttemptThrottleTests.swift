import PortalCore
import Testing

@Suite struct AttemptThrottleTests {
    private let start = Instant(seconds: 1_000_000)
    private let limit = AttemptLimit(free: 3, firstDelay: 10, longestDelay: 60)

    @Test func `the delay doubles to its ceiling and a refused attempt does not lengthen it`() {
        let throttle = AttemptThrottle()
        let attempt = [AttemptThrottle.Attempt(key: "marie", limit: limit)]
        for _ in 0..<3 { #expect(throttle.begin(attempt, at: start) == nil) }
        var now = start
        for delay in [10, 20, 40, 60, 60] as [Int64] {
            #expect(throttle.begin(attempt, at: now) == delay)
            #expect(throttle.begin(attempt, at: now.adding(seconds: delay - 1)) == 1)
            now = now.adding(seconds: delay)
            #expect(throttle.begin(attempt, at: now) == nil)
        }
        #expect(throttle.begin(attempt, at: now.adding(seconds: 3600)) == nil, "forgotten after an hour")
    }

    @Test func `a success forgets its own failures and leaves those of others`() {
        let throttle = AttemptThrottle()
        let own = AttemptThrottle.Attempt(key: "own", limit: limit)
        let shared = AttemptThrottle.Attempt(key: "shared", limit: limit)
        for _ in 0..<20 {
            #expect(throttle.begin([own, shared], at: start) == nil)
            throttle.forget([own])
            throttle.takeBack([shared])
        }
        for _ in 0..<3 { #expect(throttle.begin([shared], at: start) == nil) }
        #expect(throttle.begin([own, shared], at: start) == 10)
        #expect(throttle.begin([own], at: start) == nil)
    }

    @Test func `a clock that was ahead and is put right makes nobody wait for it`() {
        let throttle = AttemptThrottle()
        let attempt = [AttemptThrottle.Attempt(key: "marie", limit: limit)]
        for _ in 0..<5 { _ = throttle.begin(attempt, at: start.adding(seconds: 31_536_000)) }
        #expect(throttle.begin(attempt, at: start) == nil)
        for _ in 0..<3 { _ = throttle.begin(attempt, at: start) }
        #expect(throttle.begin(attempt, at: start.adding(seconds: -5)) == 10, "a little back: the delay and no more")
    }

    @Test func `its memory is bounded`() {
        let throttle = AttemptThrottle(capacity: 100)
        for number in 0..<5000 {
            let attempt = AttemptThrottle.Attempt(key: "\(number)", limit: limit)
            _ = throttle.begin([attempt], at: start.adding(seconds: Int64(number / 100)))
            if throttle.size > 101 { Issue.record("holds \(throttle.size)") }
        }
    }

    @Test func `an IPv6 subscriber is one address`() {
        let same = [("2001:db8:1:2::1", "2001:db8:1:2:ffff:0:0:9"), ("2001:db8::1", "2001:0db8:0:0:1::"), ("::1", "::2")]
        for (left, right) in same { #expect(RemoteAddress(left) == RemoteAddress(right), "\(left) \(right)") }
        let different = [("2001:db8:1:2::1", "2001:db8:1:3::1"), ("192.0.2.1", "192.0.2.2"), ("::ffff:192.0.2.1", "::ffff:192.0.2.2")]
        for (left, right) in different { #expect(RemoteAddress(left) != RemoteAddress(right), "\(left) \(right)") }
    }
}
