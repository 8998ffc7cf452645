/// One of the things that a parent may do, as a large target: "Modifier les réservations".
package struct Tile: Hashable, Sendable {
    package let title: String
    package let hint: String?
    package let icon: Icon
    package let link: Link
    /// How many things wait there: "2".
    package let count: Int?

    package init(title: String, hint: String?, icon: Icon, link: Link, count: Int? = nil) {
        self.title = title
        self.hint = hint
        self.icon = icon
        self.link = link
        self.count = count
    }
}

/// Tiles in a list.
struct TileList: HTML {
    private let tiles: [Tile]

    init(_ tiles: [Tile]) {
        self.tiles = tiles
    }

    var body: some HTML {
        ul(.class("tiles")) {
            ForEach(tiles) { tile in li { TileView(tile: tile) } }
        }
    }
}

private struct TileView: HTML {
    let tile: Tile

    var body: some HTML {
        a(.class("tile"), .href(tile.link)) {
            span(.class("tile-icon")) { IconView(tile.icon) }
            span(.class("tile-text")) {
                strong { tile.title }
                if let count = tile.count {
                    " "
                    span(.class("count")) { count }
                }
                if let hint = tile.hint { span(.class("hint")) { hint } }
            }
            IconView(.next)
        }
    }
}
