/// A part of a page with its heading.
struct Card<Content: HTML>: HTML {
    private let title: String
    private let icon: Icon?
    private let id: String?
    private let content: Content

    init(_ title: String, icon: Icon? = nil, id: String? = nil, @HTMLBuilder content: () -> Content) {
        self.title = title
        self.icon = icon
        self.id = id
        self.content = content()
    }

    var body: some HTML {
        section(.class("card"), .id(id)) {
            h2(.class("card-title")) {
                if let icon { IconView(icon) }
                title
            }
            content
        }
    }
}

/// Cards side by side where there is room.
struct CardGrid<Content: HTML>: HTML {
    private let content: Content

    init(@HTMLBuilder content: () -> Content) {
        self.content = content()
    }

    var body: some HTML {
        div(.class("cards")) { content }
    }
}
