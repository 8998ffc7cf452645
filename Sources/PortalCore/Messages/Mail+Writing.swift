extension Mail {
    /// Writes a mail of the town's: its pieces between the greeting and the signature.
    ///
    /// - Parameters:
    ///   - subject: what it is about, after the town's name.
    ///   - salutation: "Madame Dupont"; nil when the portal does not know who reads.
    ///   - secret: what stands in the letter in place of `Mail.secretMark`.
    package init(
        to recipient: EmailAddress,
        subject: String,
        salutation: String?,
        _ blocks: [MailBlock],
        from settings: PortalSettings,
        secret: String? = nil
    ) {
        let greeting = salutation.map { "Bonjour \($0)," } ?? "Bonjour,"
        let parts = [greeting] + blocks.map(\.text) + [settings.mailSignature]
        self.init(
            recipient: recipient,
            subject: "\(settings.shortName)\u{A0}: \(subject)",
            body: parts.joined(separator: "\n\n"),
            secret: secret
        )
    }

    /// RFC 3676 section 4.3: a signature follows a line of two dashes and a space.
    static let signatureMark = "-- "

    /// The pieces of a text of this mail's, without its signature.
    ///
    /// - Parameter text: `body` for everybody, `letter` for the recipient.
    package static func blocks(of text: String) -> [MailBlock] { MailBlock.blocks(of: String(parts(of: text).words)) }

    /// Who writes and how to reach the service, as groups of lines; empty for a text without signature.
    package static func signature(of text: String) -> [[String]] {
        guard let signature = parts(of: text).signature else { return [] }
        return signature.split(separator: "\n", omittingEmptySubsequences: false).split(whereSeparator: \.isEmpty).map { $0.map(String.init) }
    }

    private static func parts(of text: String) -> (words: Substring, signature: Substring?) {
        guard let mark = text.firstRange(of: "\n\(signatureMark)\n") else { return (text[...], nil) }
        return (text[..<mark.lowerBound], text[mark.upperBound...])
    }
}
