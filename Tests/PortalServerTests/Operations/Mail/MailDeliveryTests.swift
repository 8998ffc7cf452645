import Glibc
import PortalCore
import Testing

@testable import PortalServer

@Suite struct MailDeliveryTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    @Test func `mails reach the mail server as they were written, once`() async throws {
        let (portal, outbox) = try await portal(writingTo: ["marie@exemple.fr", "paul@exemple.fr"], body: "Bonjour Éva,\n.\n..fin")
        let office = try PostOffice()
        try office.open()
        defer { office.shut() }
        let delivery = try MailDelivery([portal], configuration(for: office, user: "portail"), publicAddress: "https://famille.example")
        await delivery.deliverDue()
        await delivery.deliverDue()

        #expect(office.deliveries.map(\.recipient) == ["<marie@exemple.fr>", "<paul@exemple.fr>"])
        let letter = try #require(office.deliveries.first)
        #expect(letter.sender.hasPrefix("<portail@ville.exemple>"))
        #expect(letter.text.contains("\r\n\r\nBonjour =C3=89va,\r\n.\r\n..fin\r\n"))
        #expect(letter.text.hasSuffix("</html>\r\n--=_portail_famille--\r\n"))
        #expect(letter.text.contains("\r\nFrom: =?utf-8?Q?Ville_d=27Essai?=\r\n <portail@ville.exemple>\r\n"))
        #expect(letter.text.contains("\r\nReply-To: <guichet@ville.exemple>\r\n"))
        for message in try outbox.messages() {
            guard case .sent = message.state else {
                Issue.record("\(message.state)")
                continue
            }
        }
    }

    @Test func `a refused recipient is given up, a busy server and a wrong password are tried again, the others go through`() async throws {
        let (portal, outbox) = try await portal(writingTo: ["inconnu@exemple.fr", "lent@exemple.fr", "marie@exemple.fr"], body: "Bonjour")
        let office = try PostOffice(answers: [
            "RCPT TO:<inconnu@": "550 5.1.1 User unknown", "RCPT TO:<lent@": "451 4.7.1 Greylisted, try later",
        ])
        try office.open()
        defer { office.shut() }
        await (try MailDelivery([portal], configuration(for: office), publicAddress: "https://famille.example")).deliverDue()
        let messages = try outbox.messages().sorted { $0.id < $1.id }
        #expect(messages.map(\.lastError) == ["550 5.1.1 User unknown", "451 4.7.1 Greylisted, try later", nil])
        #expect(messages.map { isWaiting($0) } == [false, true, false])
        #expect(office.deliveries.map(\.recipient) == ["<marie@exemple.fr>"])
    }

    @Test func `a busy server is tried again, a refused mail is lost alone, an unknown address gets nothing more`() async throws {
        let recipients = ["lent@exemple.fr", "plein@exemple.fr", "refus@exemple.fr", "inconnu@exemple.fr", "inconnu@exemple.fr"]
        let (portal, outbox) = try await portal(writingTo: recipients, body: "Bonjour")
        let office = try PostOffice(answers: [
            "RCPT TO:<lent@": "450 4.2.0 Greylisted", "RCPT TO:<plein@": "451 4.2.2 Over quota", "RCPT TO:<refus@": "550 5.7.1 Not here",
            "RCPT TO:<inconnu@": "550 5.1.1 User unknown",
        ])
        try office.open()
        defer { office.shut() }
        await (try MailDelivery([portal], configuration(for: office), publicAddress: "https://famille.example")).deliverDue()
        let messages = try outbox.messages().sorted { $0.id < $1.id }
        #expect(messages.map { isWaiting($0) } == [true, true, false, false, false])
        let addresses = UnreachableAddressService(portal)
        #expect(try addresses.lines().map(\.address.email.text) == ["inconnu@exemple.fr"])
    }

    @Test func `what the operator must repair does not lose mails`() async throws {
        for (name, answers) in [("essai", ["AUTH": "535 5.7.8 bad password"]), ("autre", ["MAIL": "553 5.7.1 not your address"])] {
            let (portal, outbox) = try await portal(writingTo: ["marie@exemple.fr"], body: "Bonjour", name: name)
            let office = try PostOffice(answers: answers)
            try office.open()
            defer { office.shut() }
            await (try MailDelivery([portal], configuration(for: office, user: "portail"), publicAddress: "https://famille.example")).deliverDue()
            let message = try #require(try outbox.messages().first)
            #expect(isWaiting(message))
            #expect(message.lastError == answers.values.first)
        }
    }

    @Test func `a server that is not there is tried again later`() async throws {
        let (portal, outbox) = try await portal(writingTo: ["marie@exemple.fr"], body: "Bonjour")
        let office = try PostOffice()
        office.shut()
        await (try MailDelivery([portal], configuration(for: office), publicAddress: "https://famille.example")).deliverDue()
        let message = try #require(try outbox.messages().first)
        #expect(isWaiting(message))
        #expect(message.attempts == 1)
        #expect(message.lastError != nil)
    }

    @Test func `without a mail server each mail is a file that its owner may read`() async throws {
        let (portal, outbox) = try await portal(writingTo: ["marie@exemple.fr"], body: "Bonjour")
        await (try MailDelivery([portal], MailConfiguration(data: folder.path) { _ in nil }, publicAddress: "")).deliverDue()
        let message = try #require(try outbox.messages().first)
        #expect(!isWaiting(message))
        let path = "\(folder.path)/outbox/\(MailReference(of: message, from: portal).text).eml"
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    private func isWaiting(_ message: OutboxMessage) -> Bool {
        if case .waiting = message.state { true } else { false }
    }

    private func configuration(for office: PostOffice, user: String? = nil) throws -> MailConfiguration {
        let variables = [
            "PORTAL_SMTP_URL": "smtp://127.0.0.1:\(office.port)", "PORTAL_MAIL_FROM": "portail@ville.exemple", "PORTAL_SMTP_USER": user,
            "PORTAL_SMTP_PASSWORD": user.map { _ in "secret" },
        ]
        return try MailConfiguration(data: "") { variables[$0] ?? nil }
    }

    private func portal(writingTo recipients: [String], body: String, name: String = "essai") async throws -> (Portal, OutboxService) {
        let clock = StoppedClock(Instant(seconds: 1_782_900_000))
        let portal = Portal(slug: "essai", database: try SQLiteDatabase.open(path: "\(folder.path)/\(name).sqlite"), clock: clock)
        try await portal.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO portal (id, slug, name, short_name, tagline, accent, school_zone, alsace_moselle, website, portal_name)
                VALUES (1, 'essai', 'Ville d''Essai', 'Essai', '', '#1D6F8A', 'B', 0, NULL, 'Espace familles')
                """
            )
            try transaction.execute("INSERT INTO contacts (position, name, email) VALUES (1, 'Guichet unique', 'guichet@ville.exemple')")
            for recipient in recipients.compactMap({ EmailAddress($0) }) {
                try OutboxStore(transaction).enqueue(Mail(recipient: recipient, subject: "Essai", body: body), to: nil, at: clock.now)
            }
        }
        return (portal, OutboxService(portal))
    }
}
