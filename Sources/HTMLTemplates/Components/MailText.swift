import PortalCore

/// A mail's text on a page: its pieces, then the signature line by line, as in the letter.
struct MailText: HTML {
    private let blocks: [MailBlock]
    private let signature: [[String]]

    init(_ mail: Mail) {
        blocks = Mail.blocks(of: mail.body)
        signature = Mail.signature(of: mail.body)
    }

    var body: some HTML {
        div(.class("prose")) {
            ForEach(blocks) { block in
                switch block {
                case .paragraph(let text): p { text }
                case .list(let heading, let items):
                    if let heading { p { "\(heading)\u{A0}:" } }
                    ul { ForEach(items) { item in li { item } } }
                case .fact(let name, let value):
                    p {
                        "\(name)\u{A0}: "
                        strong { value }
                    }
                case .action(let words, let link): p { "\(words)\u{A0}: \(link)" }
                }
            }
        }
        if !signature.isEmpty { p(.class("signature")) { signature.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") } }
    }
}
