import HTMLTemplates
import PortalCore

/// Carries the mails of all portals from their outboxes to the mail server, in the background.
///
/// A mail that fails comes back to its outbox with the server's words and waits for its next attempt; nothing else waits for it.
struct MailDelivery: Sendable {
    private let portals: [Portal]
    private let sender: EmailAddress
    private let transport: any MailTransport
    /// Where the site is reached from outside: a letter links to nothing else.
    private let publicAddress: String
    /// The one thread that talks to the mail server.
    private let worker: SerialWorker

    init(_ portals: [Portal], _ configuration: MailConfiguration, publicAddress: String) throws {
        self.portals = portals
        self.publicAddress = publicAddress
        sender = configuration.sender
        transport = try configuration.transport()
        worker = try SerialWorker(capacity: 1)
    }

    /// Delivers what is due, and looks again every few seconds, until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            await deliverDue()
            try? await Task.sleep(for: .seconds(3))
        }
    }

    /// Delivers what is due now.
    func deliverDue() async {
        for portal in portals where !Task.isCancelled {
            do {
                while try await deliverBatch(of: portal) > 0 && !Task.isCancelled {}
            } catch {
                Terminal.complain("Mails de \(portal.slug) : \(error)")
            }
        }
    }

    /// Delivers some mails of one portal; how many it took. Few at once: they must be through before others may take them again.
    private func deliverBatch(of portal: Portal) async throws -> Int {
        let outbox = OutboxService(portal)
        let messages = try await outbox.claimDue(limit: 10)
        guard !messages.isEmpty, let settings = try portal.database.read({ try PortalCatalogueStore($0).load()?.settings }) else { return 0 }
        for message in messages {
            if let refusal = await deliver(letter(message, of: portal, from: settings)) {
                // The server's answer may repeat the address: it stays in the outbox, where staff read it.
                Terminal.complain("Mail \(message.id.rawValue) de \(portal.slug) : refusé, voir les courriels du portail")
                try await outbox.markRefused(message, refusal)
            } else {
                try await outbox.markSent(message)
            }
        }
        return messages.count
    }

    private func letter(_ message: OutboxMessage, of portal: Portal, from settings: PortalSettings) -> MailLetter {
        let page = render(MailLetterPage(message.mail, from: settings, site: publicAddress), assets: .unversioned)
        return MailLetter(
            senderName: settings.name,
            sender: sender,
            replyTo: settings.answersGoTo,
            mail: message.mail,
            page: String(decoding: page, as: UTF8.self),
            writtenAt: message.createdAt,
            name: MailReference(of: message, from: portal).text
        )
    }

    /// Hands a letter over on the mail thread; nil when it was taken.
    private func deliver(_ letter: MailLetter) async -> MailRefusal? {
        await withCheckedContinuation { continuation in
            let isQueued = worker.submit { [transport] in
                do throws(MailRefusal) {
                    try transport.deliver(letter)
                    continuation.resume(returning: nil)
                } catch {
                    continuation.resume(returning: error)
                }
            }
            if !isQueued { continuation.resume(returning: MailRefusal(isPermanent: false, answer: "la file des mails est pleine")) }
        }
    }
}
