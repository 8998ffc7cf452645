import PortalCore

/// A mail's text on a page: its paragraphs and lists, then the signature line by line, as in the letter.
struct MailText: HTML {
    private let text: String
    private let signature: String?

    init(_ mail: Mail) {
        // RFC 3676 section 4.3: a signature follows a line of two dashes and a space.
        let mark = mail.body.firstRange(of: "\n-- \n")
        text = mark.map { String(mail.body[..<$0.lowerBound]) } ?? mail.body
        signature = mark.map { String(mail.body[$0.upperBound...]) }
    }

    var body: some HTML {
        TownText(TextBlock.blocks(of: text))
        if let signature { p(.class("signature")) { signature } }
    }
}
