/// A message to one person, as text. The letter's look and its headers are added when it is sent.
package struct Mail: Hashable, Sendable {
    package let recipient: EmailAddress
    /// Without personal data: it shows on locked screens.
    package let subject: String
    /// The text as the portal keeps and shows it; where the recipient alone may read something it has `Mail.secretMark` instead.
    package let body: String
    /// What stands in the letter in place of the mark: a link that lets in, a first password. It waits beside the text, where no page shows it,
    /// and is forgotten once the letter has left.
    package let secret: String?

    package init(recipient: EmailAddress, subject: String, body: String, secret: String? = nil) {
        self.recipient = recipient
        self.subject = subject
        self.body = body
        self.secret = secret
    }

    /// What everybody but the recipient reads in place of a secret.
    package static let secretMark = "[confidentiel\u{A0}: seulement dans le courriel]"

    /// The text that the recipient gets. Several secrets stand one under the other.
    package var letter: String {
        guard let secret, let mark = body.firstRange(of: Mail.secretMark) else { return body }
        let lines = secret.split(separator: "\n")
        return body.replacingSubrange(mark, with: lines.count < 2 ? secret : lines.map { "\n\(MailBlock.indent)\($0)" }.joined())
    }
}

extension String {
    fileprivate func replacingSubrange(_ range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
