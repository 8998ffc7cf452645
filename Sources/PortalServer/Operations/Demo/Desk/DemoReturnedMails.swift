import PortalCore

/// A parent's address does not exist any more: the last mail came back.
struct DemoReturnedMails {
    let desk: DemoDesk

    func fill() async throws {
        guard let account = try desk.access(4)?.account else { return }
        let outbox = OutboxService(desk.portal(hoursAgo: 2 * 24))
        guard let message = try outbox.messages(to: account, limit: 1).first else { return }
        try await outbox.markRefused(message, MailRefusal(isPermanent: true, answer: "550 5.1.1 Recipient address rejected: User unknown"))
    }
}
