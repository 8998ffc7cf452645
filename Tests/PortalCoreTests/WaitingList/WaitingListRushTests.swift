import PortalCore
import Testing

/// Many families at once: whoever comes, from however many processes, the places are sold once and the line keeps the order of the commits.
struct WaitingListRushTests {
    @Test func `two hundred families at once on ten places: ten are accepted, the others wait in the order of their commits`() async throws {
        let place = try TemporaryPlace()
        let catalogue = try PortalCatalogue.bookingTown(waitingList: .offered(hours: 24))
        let first = try await BookingTown.open(on: try place.open(), with: catalogue)
        // With PostgreSQL a second pool stands for a second process; SQLite has one writer.
        let towns = TestServer.uri == nil ? [first] : [first, BookingTown(database: try place.open(), catalogue: catalogue)]
        var families: [HouseholdAccess] = []
        for number in 1...200 { families.append(try await first.family("Parent\(number)", children: ["Léa"])) }
        let processes = try towns.map { try $0.bookings(at: "2026-10-01T10:00:00+02:00") }
        let answers = try await withThrowingTaskGroup(of: Request.self) { group in
            for (number, family) in families.enumerated() {
                group.addTask {
                    try await processes[number % processes.count].confirm([add(family.children[0].id, 1, "2026-11-04")], key: key(number), by: family)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { $0.lines[0].outcome == .accepted } == 10)
        let ranks = answers.compactMap { answer -> Int? in
            if case .waiting(let rank) = answer.lines[0].outcome { rank } else { nil }
        }
        #expect(ranks.sorted() == Array(1...190))
        #expect(try first.count("SELECT count(*) FROM bookings") == 10)
        #expect(try first.count("SELECT taken FROM place_counters") == 10)
        // The ranks that families were told are those of the line.
        let told = Dictionary(
            uniqueKeysWithValues: answers.compactMap { answer -> (Int64, Int)? in
                if case .waiting(let rank) = answer.lines[0].outcome { (answer.id.rawValue, rank) } else { nil }
            }
        )
        let line = try first.database.read { try $0.query("SELECT request_id FROM awaited_places ORDER BY position") { try $0[0] as Int64 } }
        #expect(line.map { told[$0] ?? 0 } == Array(1...190))
        #expect(try first.database.read { try AuditVerification(of: $0) }.faults == [])
    }

    @Test func `places that free while families join are never lost nor given twice`() async throws {
        let place = try TemporaryPlace()
        let catalogue = try PortalCatalogue.bookingTown(waitingList: .given, places: 3)
        let first = try await BookingTown.open(on: try place.open(), with: catalogue)
        let towns = TestServer.uri == nil ? [first] : [first, BookingTown(database: try place.open(), catalogue: catalogue)]
        var families: [HouseholdAccess] = []
        for number in 1...24 { families.append(try await first.family("Parent\(number)", children: ["Léa"])) }
        let processes = try towns.map { try $0.bookings(at: "2026-10-01T10:00:00+02:00") }
        for round in 1...6 {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (number, family) in families.enumerated() {
                    let joins = (number + round) % 3 != 0
                    let change = joins ? add(family.children[0].id, 1, "2026-11-04") : cancel(family.children[0].id, 1, "2026-11-04")
                    group.addTask { try await processes[number % processes.count].confirm([change], key: key(round), by: family) }
                }
                try await group.waitForAll()
            }
            let (booked, waiting) = (
                try first.count("SELECT count(*) FROM bookings"), try first.count("SELECT count(*) FROM awaited_places")
            )
            #expect(try first.count("SELECT taken FROM place_counters") == booked)
            #expect(booked == 3 || waiting == 0 && booked < 3)
        }
    }
}
