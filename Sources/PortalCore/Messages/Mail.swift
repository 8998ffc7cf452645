/// A message to one person, as text. The letter's look and its headers are added when it is sent.
package struct Mail: Hashable, Sendable {
    package let recipient: EmailAddress
    /// Without personal data: it shows on locked screens.
    package let subject: String
    package let body: String

    package init(recipient: EmailAddress, subject: String, body: String) {
        self.recipient = recipient
        self.subject = subject
        self.body = body
    }
}
