/// What the last act has done, said once on the page that follows it.
package struct Flash: Hashable, Sendable {
    package let tone: Tone
    package let text: String

    package init(_ tone: Tone, _ text: String) {
        self.tone = tone
        self.text = text
    }
}

/// A flash message, read aloud when the page arrives.
struct FlashMessage: HTML {
    let flash: Flash

    var body: some HTML {
        div(.class("notice flash \(flash.tone.rawValue)"), .role(flash.tone == .danger ? .alert : .status)) {
            IconView(flash.tone.icon)
            p { flash.text }
        }
    }
}
