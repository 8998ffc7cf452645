import PortalCore

/// A mail's text on a page: its pieces, then the signature line by line, as in the letter.
struct MailText: HTML {
    private let blocks: [MailBlock]
    private let signature: [[String]]
    private let links: PortalLinks?

    /// - Parameter links: the portal of the reader, who may follow the mail's link there; nil for who reads somebody else's mail.
    init(_ mail: Mail, links: PortalLinks? = nil) {
        self.links = links
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
                case .action(let words, let address):
                    if let link = links?.page(at: address) { p { a(.href(link)) { words } } } else { p { "\(words)\u{A0}: \(address)" } }
                }
            }
        }
        if !signature.isEmpty { p(.class("signature")) { signature.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") } }
    }
}
