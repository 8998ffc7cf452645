/// An inline style. Mail programs read no stylesheet, so the pages of this folder have some; the portal's pages have none, and their content
/// security policy would not show it.
struct MailStyle: Sendable {
    fileprivate let css: String

    init(_ css: String) {
        self.css = css
    }
}

extension Attribute {
    static func style(_ style: MailStyle) -> Attribute { Attribute("style", style.css) }
}
