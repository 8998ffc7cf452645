package import PortalCore

/// A mail with the town's look, for the programs that show HTML: the same words as its text, nothing to load, one column.
package struct MailLetterPage: HTML {
    private let settings: PortalSettings
    private let subject: String
    private let blocks: [MailBlock]
    private let signature: [[String]]
    private let site: String
    private let look: MailLook

    /// - Parameters:
    ///   - mail: with its secret, as its recipient reads it.
    ///   - site: where the portals are reached from outside, "https://famille.example.fr": a letter links to nothing else.
    package init(_ mail: Mail, from settings: PortalSettings, site: String) {
        self.settings = settings
        self.site = site
        subject = mail.subject
        blocks = Mail.blocks(of: mail.letter)
        signature = Mail.signature(of: mail.letter)
        look = MailLook(accent: settings.accent)
    }

    package var body: some HTML {
        Markup("<!DOCTYPE html>")
        html(.lang("fr")) {
            head {
                Markup(
                    #"<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">"#
                )
                HTMLTemplates.title { subject }
                MailStylesheet(css: look.nightStylesheet)
            }
            HTMLTemplates.body(.class("m-page"), .style(look.page)) {
                // Mail programs lay out tables more faithfully than anything else.
                main {
                    table(.role(.presentation), .class("m-page"), .style(look.around)) {
                        tr { td(.style(look.margin)) { column } }
                    }
                }
            }
        }
    }

    private var column: some HTML {
        table(.role(.presentation), .style(look.column)) {
            tr { td(.class("m-sheet m-band"), .style(look.band)) { MailBrand(settings: settings, look: look) } }
            tr {
                td(.class("m-sheet"), .style(look.sheet)) {
                    h1(.style(look.heading)) { heading }
                    ForEach(blocks) { block in MailBlockView(block: block, site: site, look: look) }
                }
            }
            tr { td(.class("m-foot"), .style(look.foot)) { ForEach(signature) { lines in p(.style(look.footGroup)) { MailLines(lines: lines) } } } }
        }
    }

    /// The subject without the town, which stands above it: "Votre espace est créé".
    private var heading: String {
        let prefix = "\(settings.shortName)\u{A0}: "
        let words = subject.hasPrefix(prefix) ? String(subject.dropFirst(prefix.count)) : subject
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

/// Whose letter it is, as at the top of the portal's pages.
private struct MailBrand: HTML {
    let settings: PortalSettings
    let look: MailLook

    var body: some HTML {
        table(.role(.presentation), .style(look.brand)) {
            tr {
                td(.class("m-badge"), .style(look.badge), .ariaHidden()) { settings.shortName.prefix(1).uppercased() }
                td(.class("m-names"), .style(look.names)) {
                    strong { settings.shortName }
                    br()
                    span(.class("m-quiet"), .style(look.quiet)) { settings.portalName }
                }
            }
        }
    }
}

/// Lines one under the other.
struct MailLines: HTML {
    let lines: [String]

    var body: some HTML {
        ForEach(Array(lines.enumerated())) { line in
            if line.offset > 0 { br() }
            line.element
        }
    }
}

/// The colours of the night. They are made of the theme's numbers, and escaped like any text.
private struct MailStylesheet: HTML {
    typealias Body = Nothing

    let css: String

    static func render(_ html: MailStylesheet, into buffer: inout HTMLBuffer) {
        buffer.raw("<style>")
        buffer.text(html.css)
        buffer.raw("</style>")
    }
}
