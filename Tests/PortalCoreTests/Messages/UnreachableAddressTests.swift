import PortalCore
import Testing

@Suite struct UnreachableAddressTests {
    private let unknown = MailRefusal(isPermanent: true, answer: "550 5.1.1 User unknown")

    @Test(arguments: [
        ("550 5.1.1 User unknown", true), ("550-5.1.1 The account does not exist", true), ("550 5.1.10 null MX", true),
        ("556 5.1.2 no such host", true),
        ("550 5.1.0 rejected", true), ("553 5.1.3 bad syntax", true), ("550 5.1.8 sender's domain", false), ("553 5.1.7 sender's mailbox", false),
        ("550 5.7.1 blocked", false), ("552 5.2.2 mailbox full", false), ("450 4.1.1 try later", false), ("550 no", false), ("", false),
        ("550 192.0.2.1 blocked", false), ("550 [5.1.1] odd", false),
    ])
    func `only an address that does not exist is blamed`(_ answer: String, isBlamed: Bool) {
        #expect(MailRefusal(isPermanent: answer.hasPrefix("5"), answer: answer).meansUnknownAddress == isBlamed)
    }

    @Test func `nothing more is sent to an address that does not exist, and it can be tried again`() async throws {
        let town = try await TestTown()
        let addresses = UnreachableAddressService(town.portal)
        let email = try #require(EmailAddress("Marie@exemple.fr"))
        try await write(2, to: "Marie@exemple.fr", town)
        try await write(1, to: "paul@exemple.fr", town)
        let first = try #require(try await town.outbox.claimDue(limit: 1).first)
        try await town.outbox.markRefused(first, unknown)
        #expect(try addresses.state(of: email)?.answer == "550 5.1.1 User unknown")
        #expect(try addresses.state(of: EmailAddress("marie@exemple.fr"))?.since == town.clock.now)
        // What waited for it is given up, what comes later is not tried, the other recipient's mail goes.
        #expect(try await town.outbox.claimDue().map(\.mail.recipient.text) == ["paul@exemple.fr"])
        try await write(1, to: "MARIE@exemple.fr", town)
        #expect(try await town.outbox.claimDue().isEmpty)
        let latest = try #require(try town.outbox.messages().first)
        #expect(latest.lastError == "550 5.1.1 User unknown" && latest.attempts == 0)
        guard case .failed = latest.state else {
            Issue.record("\(latest.state)")
            return
        }
        #expect(try await addresses.tryAgain("marie@exemple.fr", by: Identifier(1)))
        #expect(try await addresses.tryAgain("marie@exemple.fr", by: Identifier(1)) == false)
        try await write(1, to: "marie@exemple.fr", town)
        #expect(try await town.outbox.claimDue().count == 1)
    }

    @Test func `a mail that was refused for itself leaves its address alone`() async throws {
        let town = try await TestTown()
        try await write(1, to: "marie@exemple.fr", town)
        for answer in ["550 5.7.1 blocked", "552 5.2.2 full"] {
            try await write(1, to: "marie@exemple.fr", town)
            let message = try #require(try await town.outbox.claimDue(limit: 1).first)
            try await town.outbox.markRefused(message, MailRefusal(isPermanent: true, answer: answer))
        }
        #expect(try UnreachableAddressService(town.portal).count() == 0)
        #expect(try await town.outbox.claimDue().count == 1)
    }

    @Test func `a report is believed when it quotes a mail of the portal's, and blames its recipient only`() async throws {
        let town = try await TestTown()
        try await write(4, to: "marie@exemple.fr", town)
        let messages = try await town.outbox.claimDue()
        for message in messages { try await town.outbox.markSent(message) }
        func report(_ index: Int, to recipient: String = "marie@exemple.fr", status: String = "5.1.1", forged: Bool = false, failed: Bool = true)
            -> DeliveryReport
        {
            let reference = MailReference(of: messages[index], from: town.portal).text
            return DeliveryReport(
                reference: forged ? String(reference.dropLast()) + "!" : reference,
                recipient: EmailAddress(recipient),
                hasFailed: failed,
                status: MailStatus(in: status),
                answer: "550 \(status) no"
            )
        }
        let addresses = UnreachableAddressService(town.portal)
        #expect(try await town.outbox.note(report(0, forged: true)) == .unknownMail)
        #expect(try await town.outbox.note(report(0, failed: false)) == .nothingToDo)
        #expect(try await town.outbox.note(report(1, status: "5.2.2")) == .mailReturned)
        #expect(try await town.outbox.note(report(2, to: "ailleurs@exemple.org")) == .mailReturned)
        #expect(try addresses.count() == 0)
        #expect(try await town.outbox.note(report(3)) == .addressMarked)
        #expect(try await town.outbox.note(report(3)) == .addressMarked)
        #expect(try addresses.lines().map(\.address.answer) == ["550 5.1.1 no"])
        let states = try town.outbox.messages().reversed().map(\.state)
        #expect(states[0] == .sent(town.clock.now) && states[1...].allSatisfy { $0 == .failed(town.clock.now) })
    }

    @Test func `who has an address that does not exist is asked for another, which the old one need not confirm`() async throws {
        let town = try await TestTown()
        let account = try await town.register(in: try await town.household(adults: [], children: ["Léa"])).account
        let email = try #require(try town.outbox.messages(to: account).first).mail.recipient
        _ = try await town.accounts.confirmEmail(token: try await town.lastToken())
        try await write(1, to: email.text, town)
        let message = try #require(try await town.outbox.claimDue(limit: 1).first)
        try await town.outbox.markRefused(message, unknown)
        let addresses = UnreachableAddressService(town.portal)
        #expect(try addresses.lines().first?.people.map(\.name) == ["Marie Dupont"])
        try await town.accounts.askForEmailChange(of: account, to: "autre@exemple.fr", password: "Vélo-rouge-1789", from: "192.0.2.1") {
            "https://exemple.fr/essai/confirmer/\($0)"
        }
        #expect(try await town.accounts.confirmEmail(token: try await town.lastToken()) == .changed)
        #expect(try addresses.count() == 0)
    }

    private func write(_ count: Int, to recipient: String, _ town: TestTown) async throws {
        let now = town.clock.now
        let email = try #require(EmailAddress(recipient))
        try await town.portal.database.write { transaction in
            for number in 0..<count {
                try OutboxStore(transaction).enqueue(Mail(recipient: email, subject: "\(number)", body: "Bonjour"), to: nil, at: now)
            }
        }
    }
}
