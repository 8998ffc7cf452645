import PortalCore

/// What takes letters away: a mail server, or a folder where there is none.
protocol MailTransport: Sendable {
    /// Hands a letter over. Blocks its thread, for seconds at worst.
    func deliver(_ letter: MailLetter) throws(MailRefusal)
}
