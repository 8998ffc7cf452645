import PortalCore

/// A mail as it leaves: its text, who sends it for which town, and what names it for ever.
struct MailLetter: Sendable {
    /// Who the mail is from, as mail programs show it: "Ville de Bondoufle".
    let senderName: String
    let sender: EmailAddress
    /// Where an answer goes; nil when the town has no address for that.
    let replyTo: EmailAddress?
    let mail: Mail
    let writtenAt: Instant
    /// The same at each attempt, so that a mail that arrives twice is known for one: "bondoufle.12.1782900000".
    let name: String

    /// The whole message (RFC 5322), its lines ending with CRLF.
    var text: String {
        let fields: [(String, String)] = [
            ("Date", writtenAt.mailDate),
            ("From", "\(EncodedWords.phrase(senderName, after: 6))\r\n <\(sender.text)>"),
            ("To", "<\(mail.recipient.text)>"),
            ("Reply-To", "<\((replyTo ?? sender).text)>"),
            ("Subject", EncodedWords.phrase(mail.subject, after: 9)),
            ("Message-ID", "<\(name)@\(sender.domain)>"),
            // RFC 3834: no machine should answer.
            ("Auto-Submitted", "auto-generated"),
            ("X-Auto-Response-Suppress", "All"),
            ("Content-Language", "fr"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "quoted-printable"),
        ]
        return fields.map { "\($0): \($1)\r\n" }.joined() + "\r\n" + QuotedPrintable.encoded(mail.letter) + "\r\n"
    }
}

extension Instant {
    /// "Tue, 3 Nov 2026 12:00:00 +0100" (RFC 5322 section 3.3), in Paris time.
    fileprivate var mailDate: String {
        let paris = ParisTime.reading(self)
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (year, month, day) = paris.date.components
        let weekday = weekdays[paris.date.weekday.rawValue - 1]
        return
            "\(weekday), \(day) \(months[month - 1]) \(padded(year, 4)) \(paris.time.clock):\(padded(paris.second, 2)) +\(padded(paris.offsetHours, 2))00"
    }
}
