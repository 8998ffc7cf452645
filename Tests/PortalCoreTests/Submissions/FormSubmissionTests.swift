import PortalCore
import Testing

/// What is written for a form is written once, on both engines.
@Suite struct FormSubmissionTests {
    private let start = Instant(seconds: 1_782_900_000)

    private func portal(_ database: any Database) -> Portal {
        Portal(slug: "essai", database: database, clock: StoppedClock(start), vault: Vault(master: Array(0..<32), portal: "essai"))
    }

    private func sending(_ content: String = "a", page: String = "page") -> FormSubmission {
        FormSubmission(token: page, content: Array(content.utf8))
    }

    private func write(_ submission: FormSubmission, _ portal: Portal, fails: Bool = false) async throws {
        try await FormSubmission.$current.withValue(submission) {
            try await portal.answeringFormsOnce.database.write { transaction in
                try transaction.execute("INSERT INTO portal_texts (code, title, body, position) SELECT 'n' || count(*), '', '', 0 FROM portal_texts")
                if fails { throw DatabaseError.check("refused") }
            }
        }
    }

    private func written(_ portal: Portal) throws -> Int? {
        try portal.database.read { try $0.first("SELECT count(*) FROM portal_texts") { try $0[0] as Int } }
    }

    @Test func `the same form twice writes once and gets the first answer`() async throws {
        let portal = portal(try temporaryDatabase())
        let service = FormSubmissionService(portal)
        let first = sending()
        #expect(try await service.first(first) == .none)
        try await write(first, portal)
        try await write(first, portal)
        #expect(first.hasWritten)
        try await service.keep(Array("/suite".utf8), of: first)
        #expect(try await service.first(sending()) == .answer(Array("/suite".utf8)))
        await #expect(throws: RepeatedForm()) { try await write(sending(), portal) }
        #expect(try written(portal) == 2, "one sending may write several times")
    }

    @Test func `sent many times at once through two processes, one writes`() async throws {
        let place = try TemporaryPlace()
        let first = try place.open()
        let processes = [portal(first), portal(TestServer.uri == nil ? first : try place.open())]
        let written = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<24 {
                group.addTask {
                    do {
                        try await write(sending(), processes[number % 2])
                        return true
                    } catch is RepeatedForm {
                        return false
                    }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(written == 1)
        #expect(try self.written(processes[0]) == 1)
    }

    @Test func `other content of the same page, and the same content of another page, are other forms`() async throws {
        let portal = portal(try temporaryDatabase())
        try await write(sending("a"), portal)
        try await write(sending("b"), portal)
        try await write(sending("a"), portal)
        try await write(sending("a", page: "other"), portal)
        #expect(try written(portal) == 4)
        await #expect(throws: RepeatedForm()) { try await write(sending("a"), portal) }
    }

    @Test func `what was refused or led nowhere may be sent again`() async throws {
        let portal = portal(try temporaryDatabase())
        let service = FormSubmissionService(portal)
        let refused = sending()
        await #expect(throws: DatabaseError.self) { try await write(refused, portal, fails: true) }
        #expect(!refused.hasWritten)
        let file = sending()
        try await write(file, portal)
        try await service.release(file)
        #expect(try await service.first(sending()) == .none)
        try await write(sending(), portal)
        #expect(try written(portal) == 2)
    }

    @Test func `a repeat waits for the first answer, and says so when it was lost`() async throws {
        let portal = portal(try temporaryDatabase())
        let first = sending()
        try await write(first, portal)
        #expect(try await FormSubmissionService(portal, patience: .milliseconds(60)).first(sending()) == .lost)
        async let repeated = FormSubmissionService(portal).first(sending())
        try await FormSubmissionService(portal).keep([7], of: first)
        #expect(try await repeated == .answer([7]))
    }

    @Test func `answers are sealed and forgotten after some days`() async throws {
        let database = try temporaryDatabase()
        let portal = portal(database)
        let first = sending()
        try await write(first, portal)
        try await FormSubmissionService(portal).keep(Array("session".utf8), of: first)
        let stored = try database.read { try $0.query("SELECT answer FROM form_submissions") { try $0[0] as [UInt8] } }
        #expect(stored.count == 1 && !String(decoding: stored[0], as: UTF8.self).contains("session"))
        let later = Portal(slug: "essai", database: database, clock: StoppedClock(start.adding(hours: 100)), vault: portal.vault)
        let second = sending(page: "later")
        try await write(second, later)
        try await FormSubmissionService(later).keep([1], of: second)
        #expect(try await FormSubmissionService(later).first(sending()) == .none)
    }

    @Test func `what is written aside belongs to no form`() async throws {
        let portal = portal(try temporaryDatabase())
        let submission = sending()
        try await FormSubmission.$current.withValue(submission) {
            try await FormSubmission.aside { try await portal.answeringFormsOnce.database.write { _ in } }
        }
        #expect(!submission.hasWritten)
        #expect(try await FormSubmissionService(portal).first(sending()) == .none)
    }
}
