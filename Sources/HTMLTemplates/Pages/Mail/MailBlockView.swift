import PortalCore

/// A piece of a letter.
struct MailBlockView: HTML {
    let block: MailBlock
    let site: String
    let look: MailLook

    var body: some HTML {
        switch block {
        case .paragraph(let text): p(.style(look.paragraph)) { text }
        case .list(let heading, let items):
            if let heading { p(.style(look.item)) { strong { "\(heading)\u{A0}:" } } }
            ul(.style(look.list)) { ForEach(items) { item in li(.style(look.item)) { item } } }
        case .fact(let name, let value):
            p(.class("m-fact"), .style(look.fact)) {
                span(.class("m-quiet"), .style(look.quiet)) { name }
                br()
                strong(.style(look.value)) { MailLines(lines: value.split(separator: "\n").map(String.init)) }
            }
        case .action(let words, let address):
            if let link = Link(letter: address, within: site) {
                p(.style(look.buttonLine)) { a(.class("m-button"), .style(look.button), .href(link)) { words } }
                p(.class("m-quiet"), .style(look.fallback)) {
                    "Si le bouton ne répond pas, copiez cette adresse dans votre navigateur\u{A0}: \(address)"
                }
            } else {
                p(.style(look.paragraph)) { "\(words)\u{A0}: \(address)" }
            }
        }
    }
}
