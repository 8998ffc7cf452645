/// What a page says when it has nothing to show, and what can be done about it.
struct EmptyState<Content: HTML>: HTML {
    private let title: String
    private let icon: Icon
    private let content: Content

    init(_ title: String, icon: Icon, @HTMLBuilder content: () -> Content) {
        self.title = title
        self.icon = icon
        self.content = content()
    }

    var body: some HTML {
        div(.class("empty")) {
            IconView(icon)
            p(.class("empty-title")) { title }
            content
        }
    }
}
