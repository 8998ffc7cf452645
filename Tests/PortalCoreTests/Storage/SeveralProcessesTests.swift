import Glibc
import PortalCore
import Synchronization
import Testing

/// Two databases on one schema stand for two processes: they share nothing but the server.
@Suite(.enabled(if: TestServer.uri != nil)) struct SeveralProcessesTests {
    @Test func `two hundred families on ten places, through two processes: ten are accepted`() async throws {
        let place = try TemporaryPlace()
        let towns = [try await BookingTown.open(on: try place.open()), BookingTown(database: try place.open(), catalogue: try .bookingTown())]
        var families: [HouseholdAccess] = []
        for number in 1...200 { families.append(try await towns[0].family("Parent\(number)", children: ["Léa"])) }
        let processes = try towns.map { try $0.bookings(at: "2026-10-01T10:00:00+02:00") }
        let answers = try await withThrowingTaskGroup(of: Request.self) { group in
            for (number, family) in families.enumerated() {
                group.addTask {
                    try await processes[number % 2].confirm([add(family.children[0].id, 1, "2026-11-04")], key: key(number), by: family)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { $0.lines[0].outcome == .accepted } == 10)
        #expect(try towns[1].count("SELECT count(*) FROM bookings") == 10)
        #expect(try towns[1].count("SELECT taken FROM place_counters") == 10)
        #expect(try towns[0].database.read { try AuditVerification(of: $0) }.faults == [])
    }

    @Test func `one form sent to both processes at once books once`() async throws {
        let place = try TemporaryPlace()
        let towns = [try await BookingTown.open(on: try place.open()), BookingTown(database: try place.open(), catalogue: try .bookingTown())]
        let family = try await towns[0].family("Dupont", children: ["Léa"])
        let processes = try towns.map { try $0.bookings(at: "2026-10-01T10:00:00+02:00") }
        for round in 1...10 {
            let change = [round % 2 == 1 ? add(family.children[0].id, 1, "2026-11-04") : cancel(family.children[0].id, 1, "2026-11-04")]
            async let first = processes[0].confirm(change, key: key(round), by: family)
            async let second = processes[1].confirm(change, key: key(round), by: family)
            let answers = try await [first, second]
            #expect(answers[0] == answers[1])
            #expect(try towns[0].count("SELECT count(*) FROM requests") == round)
            #expect(try towns[1].count("SELECT count(*) FROM bookings") == round % 2)
        }
    }

    @Test func `each mail is taken by one of two processes`() async throws {
        let place = try TemporaryPlace()
        let databases = [try place.open(), try place.open()]
        let clock = StoppedClock(Instant(seconds: 1_782_900_000))
        let now = clock.now
        try await databases[0].write { transaction in
            guard let recipient = EmailAddress("marie@exemple.fr") else { return }
            for number in 1...200 {
                try OutboxStore(transaction).enqueue(Mail(recipient: recipient, subject: "Mail \(number)", body: "Bonjour"), to: nil, at: now)
            }
        }
        let taken = try await withThrowingTaskGroup(of: [OutboxMessage].self) { group in
            for worker in 0..<8 {
                let outbox = OutboxService(Portal(slug: "essai", database: databases[worker % 2], clock: clock))
                group.addTask {
                    var mine: [OutboxMessage] = []
                    while case let batch = try await outbox.claimDue(limit: 7), !batch.isEmpty { mine += batch }
                    return mine
                }
            }
            return try await group.reduce([], +)
        }
        #expect(taken.count == 200)
        #expect(Set(taken.map(\.id)).count == 200)
        #expect(taken.allSatisfy { $0.attempts == 1 })
    }

    @Test func `a session that one process opened is known to the other`() async throws {
        let place = try TemporaryPlace()
        let town = try await TestTown(on: try place.open())
        let access = try await town.register(in: town.household(adults: [("Marie", "Dupont")], children: ["Léa"]))
        let other = Portal(slug: "essai", database: try place.open(), clock: town.clock)
        let session = try await town.accounts.signIn(login: "marie.dupont", password: Registration.example().password, from: "192.0.2.1")
        let known = try WebSessionService(other).resolve(session)
        guard case .parent(let parent) = known else {
            Issue.record("\(String(describing: known))")
            return
        }
        #expect(parent.account == access.account)
        try await WebSessionService(other).signOut(session)
        #expect(try town.sessions.resolve(session) == nil)
    }

    @Test func `who changes the rules waits for those who book, and is waited for`() async throws {
        let place = try TemporaryPlace()
        let (first, second) = (try place.open(), try place.open())
        let order = Events()
        try await withThrowingTaskGroup(of: Void.self) { group in
            // Each lets go once both are in: that they share it is what lets the test end.
            group.addTask { try await order.hold(.shared("rules"), in: first, "booking", until: 2) }
            group.addTask { try await order.hold(.shared("rules"), in: second, "another", until: 2) }
            group.addTask { try await order.hold(.alone("rules"), in: second, "change", until: 0) }
            try await group.waitForAll()
        }
        let entered = try #require(order.all.firstIndex(of: "change in"))
        #expect(order.all[entered + 1] == "change out", "\(order.all)")
        #expect(order.all.count == 6 && order.all.filter { $0.hasSuffix("in") && !$0.hasPrefix("change") }.count == 2)
    }
}

/// What happened, in its order.
private final class Events: Sendable {
    private let events = Mutex<[String]>([])

    var all: [String] { events.withLock { $0 } }

    /// Notes when a lock is held and when it is about to be let go: once so many have come in.
    func hold(_ lock: NamedLock, in database: any Database, _ name: String, until count: Int) async throws {
        try await database.write { [self] transaction in
            try transaction.lock([lock])
            events.withLock { $0.append("\(name) in") }
            for _ in 0..<500 where all.count(where: { $0.hasSuffix("in") && !$0.hasPrefix("change") }) < count { usleep(10_000) }
            events.withLock { $0.append("\(name) out") }
        }
    }
}
