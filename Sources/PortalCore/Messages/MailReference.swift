/// What names a mail for ever, in its Message-ID: "bondoufle.12.1782900000.", then a mark that only the portal can make.
///
/// A report that a mail did not arrive comes from anybody who can write to the portal's address: it is believed when it quotes this.
package struct MailReference: Hashable, Sendable {
    package let text: String

    package init(of message: OutboxMessage, from portal: Portal) {
        let named = "\(portal.slug).\(message.id.rawValue).\(message.createdAt.seconds)"
        text = "\(named).\(portal.vault.mark(of: "courriel \(named)"))"
    }

    /// The portal and the number that a text names, before anybody has checked the mark; nil when it names no mail.
    package static func reading(_ text: some StringProtocol) -> (slug: String, message: Identifier<OutboxMessage>)? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, !parts[0].isEmpty, let id = Identifier<OutboxMessage>(text: String(parts[1])) else { return nil }
        return (String(parts[0]), id)
    }
}
