import PortalCore

/// A text of the town: its paragraphs and lists.
struct TownText: HTML {
    private let blocks: [TextBlock]

    init(_ blocks: [TextBlock]) {
        self.blocks = blocks
    }

    var body: some HTML {
        div(.class("prose")) {
            ForEach(blocks) { block in
                switch block {
                case .paragraph(let text): p { text }
                case .list(let items): ul { ForEach(items) { item in li { item } } }
                }
            }
        }
    }
}
