import PortalCore
import Testing

@Suite struct OutboxTests {
    private func town(mails count: Int) async throws -> TestTown {
        let town = try await TestTown()
        let now = town.clock.now
        try await town.portal.database.write { transaction in
            guard let recipient = EmailAddress("marie@exemple.fr") else { return }
            for number in 0..<count {
                try OutboxStore(transaction).enqueue(Mail(recipient: recipient, subject: "Mail \(number)", body: "Bonjour"), to: nil, at: now)
            }
        }
        return town
    }

    @Test func `a message is taken once, and again when whoever took it died`() async throws {
        let town = try await town(mails: 3)
        let taken = try await town.outbox.claimDue(limit: 2)
        #expect(taken.map(\.mail.subject) == ["Mail 0", "Mail 1"])
        #expect(try await town.outbox.claimDue().map(\.mail.subject) == ["Mail 2"])
        #expect(try await town.outbox.claimDue().isEmpty)
        try await town.outbox.markSent(taken[0])
        town.clock.advance(seconds: 600)
        #expect(try await town.outbox.claimDue().map(\.mail.subject) == ["Mail 1", "Mail 2"])
        #expect(try town.outbox.message(taken[0].id)?.state == .sent(town.clock.now.adding(seconds: -600)))
    }

    @Test func `a passing refusal is tried again after growing pauses and given up after two days`() async throws {
        let town = try await town(mails: 1)
        let created = town.clock.now
        var attempts = 0
        var pauses: [Int64] = []
        while let message = try await town.outbox.claimDue().first {
            attempts += 1
            try await town.outbox.markRefused(message, MailRefusal(isPermanent: false, answer: "451 4.7.1 later"))
            guard let after = try town.outbox.message(message.id), case .waiting(let next) = after.state else { break }
            pauses.append(next.seconds - town.clock.now.seconds)
            #expect(after.lastError == "451 4.7.1 later")
            town.clock.advance(seconds: next.seconds - town.clock.now.seconds)
        }
        #expect(pauses.prefix(5) == [300, 900, 3600, 14_400, 14_400])
        #expect(town.clock.now.seconds - created.seconds <= 2 * 86_400)
        #expect(attempts == pauses.count + 1)
        guard case .failed = try town.outbox.messages().first?.state else {
            Issue.record("not given up")
            return
        }
    }

    @Test func `a refusal for ever is not tried again`() async throws {
        let town = try await town(mails: 1)
        let message = try #require(try await town.outbox.claimDue().first)
        try await town.outbox.markRefused(message, MailRefusal(isPermanent: true, answer: "550 5.1.1 no such user"))
        town.clock.advance(seconds: 86_400)
        #expect(try await town.outbox.claimDue().isEmpty)
        #expect(try town.outbox.message(message.id)?.lastError == "550 5.1.1 no such user")
    }

    @Test func `a secret is in the letter only, and forgotten once it has left or was given up`() async throws {
        let town = try await TestTown()
        let now = town.clock.now
        let recipient = try #require(EmailAddress("marie@exemple.fr"))
        let mail = Mail(recipient: recipient, subject: "Lien", body: "Ouvrez\n\(Mail.secretMark)\nvite", secret: "https://exemple.fr/abc")
        for _ in 0..<2 { try await town.portal.database.write { try OutboxStore($0).enqueue(mail, to: nil, at: now) } }
        let taken = try await town.outbox.claimDue()
        #expect(taken.map(\.mail.letter) == Array(repeating: "Ouvrez\nhttps://exemple.fr/abc\nvite", count: 2))
        for message in try town.outbox.messages() { #expect(message.mail.secret == nil && message.mail.letter == mail.body) }
        #expect(try town.outbox.message(taken[0].id)?.mail.secret == nil)
        func secrets() throws -> Int {
            try town.portal.database.read { try $0.first("SELECT count(*) FROM outbox WHERE secret IS NOT NULL", decode: { try $0[0] }) } ?? -1
        }
        #expect(try secrets() == 2)
        try await town.outbox.markSent(taken[0])
        #expect(try secrets() == 1)
        try await town.outbox.markRefused(taken[1], MailRefusal(isPermanent: true, answer: "550"))
        #expect(try secrets() == 0)
    }

    @Test func `the list comes in pages, the latest first`() async throws {
        let town = try await town(mails: 5)
        let first = try town.outbox.messages(limit: 3)
        #expect(first.map(\.mail.subject) == ["Mail 4", "Mail 3", "Mail 2"])
        #expect(try town.outbox.messages(before: first.last?.id, limit: 3).map(\.mail.subject) == ["Mail 1", "Mail 0"])
    }
}
