import PortalCore

/// How letters look: the portal's own colours and sizes, as inline styles for the day and one small stylesheet for the night.
struct MailLook: Sendable {
    private let theme: Theme

    init(accent: PortalColour) {
        theme = Theme(accent: accent)
    }

    private static let words = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

    var page: MailStyle { MailStyle("margin:0;padding:0;background:#fbf9f6;color:#24201b;\(MailLook.words)") }
    var around: MailStyle { MailStyle("width:100%;border-collapse:collapse;background:#fbf9f6") }
    var margin: MailStyle { MailStyle("padding:16px 8px 32px") }
    /// One column that leaves a wide window room at its sides, and fills a telephone's.
    var column: MailStyle { MailStyle("width:100%;max-width:600px;margin:0 auto;border-collapse:collapse;text-align:left") }
    var band: MailStyle { MailStyle("padding:18px 24px 14px;background:#ffffff;border-top:5px solid \(theme.light.accent.css)") }
    var brand: MailStyle { MailStyle("border-collapse:collapse") }
    var badge: MailStyle {
        MailStyle(
            "width:44px;height:44px;border-radius:12px;background:\(theme.light.accent.css);color:\(theme.light.onAccent.css);"
                + "text-align:center;font-size:22px;font-weight:700;line-height:44px;\(MailLook.words)"
        )
    }
    var names: MailStyle { MailStyle("padding-left:12px;color:#24201b;font-size:17px;line-height:1.3;\(MailLook.words)") }
    var quiet: MailStyle { MailStyle("color:#5c554c;font-size:14px") }
    var sheet: MailStyle { MailStyle("padding:10px 24px 24px;background:#ffffff;color:#24201b;font-size:16px;line-height:1.55;\(MailLook.words)") }
    var heading: MailStyle { MailStyle("margin:0 0 16px;font-size:24px;line-height:1.25;font-weight:700") }
    var paragraph: MailStyle { MailStyle("margin:0 0 16px;overflow-wrap:anywhere") }
    var list: MailStyle { MailStyle("margin:0 0 16px;padding-left:22px") }
    var item: MailStyle { MailStyle("margin:0 0 6px") }
    var fact: MailStyle {
        MailStyle("margin:0 0 16px;padding:12px 16px;border-left:4px solid \(theme.light.accent.css);background:\(theme.light.wash.css)")
    }
    var value: MailStyle { MailStyle("font-family:Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:18px;overflow-wrap:anywhere") }
    var buttonLine: MailStyle { MailStyle("margin:24px 0 12px") }
    var button: MailStyle {
        MailStyle(
            "display:inline-block;padding:13px 24px;border-radius:10px;background:\(theme.light.accent.css);color:\(theme.light.onAccent.css);"
                + "font-size:17px;font-weight:700;text-decoration:none"
        )
    }
    var fallback: MailStyle { MailStyle("margin:0 0 20px;color:#5c554c;font-size:14px;line-height:1.45;overflow-wrap:anywhere") }
    var foot: MailStyle {
        MailStyle("padding:18px 24px 0;border-top:1px solid #e7e1d8;color:#5c554c;font-size:14px;line-height:1.5;\(MailLook.words)")
    }
    var footGroup: MailStyle { MailStyle("margin:0 0 12px") }

    /// The colours of the night, for mail programs that know them. It has to win over the inline styles.
    var nightStylesheet: String {
        let night = theme.dark
        let rules = [
            (".m-page", "background:#181715"), (".m-sheet", "background:#22211e;color:#f2eee7"), (".m-names", "color:#f2eee7"),
            (".m-quiet", "color:#c2baae"), (".m-band", "border-color:\(night.accent.css)"), (".m-foot", "color:#c2baae;border-color:#3a3732"),
            (".m-badge,.m-button", "background:\(night.accent.css);color:\(night.onAccent.css)"),
            (".m-fact", "background:\(night.wash.css);border-color:\(night.accent.css)"),
        ]
        let text = rules.map { selector, declarations in
            "\(selector){\(declarations.split(separator: ";").map { "\($0)!important" }.joined(separator: ";"))}"
        }
        return "@media (prefers-color-scheme:dark){\(text.joined())}"
    }
}
