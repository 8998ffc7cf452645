/// Something to know before going on, in the flow of the page.
struct Notice<Content: HTML>: HTML {
    private let tone: Tone
    private let title: String?
    private let content: Content

    init(_ tone: Tone, title: String? = nil, @HTMLBuilder content: () -> Content) {
        self.tone = tone
        self.title = title
        self.content = content()
    }

    var body: some HTML {
        div(.class("notice \(tone.rawValue)")) {
            IconView(tone.icon)
            div {
                if let title { p(.class("notice-title")) { title } }
                content
            }
        }
    }
}
