import PortalCore

/// A mail as it leaves: its text, the same with the town's look, who sends it for which town, and what names it for ever.
struct MailLetter: Sendable {
    /// Who the mail is from, as mail programs show it: "Ville de Bondoufle".
    let senderName: String
    let sender: EmailAddress
    /// Where an answer goes; nil when the town has no address for that.
    let replyTo: EmailAddress?
    let mail: Mail
    /// The same words as HTML.
    let page: String
    let writtenAt: Instant
    /// The same at each attempt, so that a mail that arrives twice is known for one: "bondoufle.12.1782900000.hT3f…" (`MailReference`).
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
            ("Content-Type", "multipart/alternative;\r\n boundary=\"\(boundary)\""),
        ]
        // The plainest first: programs show the last one that they know (RFC 2046 section 5.1.4).
        return fields.map { "\($0): \($1)\r\n" }.joined() + "\r\n" + part("text/plain", mail.letter) + part("text/html", page) + "--\(boundary)--\r\n"
    }

    /// Quoted-printable text never has "=_", so no line of a part is this one (RFC 2045 section 6.7).
    private let boundary = "=_portail_famille"

    private func part(_ type: String, _ text: String) -> String {
        "--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + QuotedPrintable.encoded(text) + "\r\n"
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
