/// Addresses are links made by a route, never strings.
extension Attribute where Tag: LinkingTag {
    static func href(_ link: Link) -> Attribute { Attribute("href", link.address) }
    static func href(_ target: some LinkTarget) -> Attribute { href(Link(target)) }
}

extension Attribute where Tag: LinkingTag {
    static func rel(_ relation: Relation) -> Attribute { Attribute("rel", relation.rawValue) }
}

extension Attribute where Tag == Tags.a {
    static func download() -> Attribute { Attribute("download", isPresent: true) }
}

extension Attribute where Tag == Tags.img {
    static func src(_ link: Link) -> Attribute { Attribute("src", link.address) }
    static func alt(_ text: String) -> Attribute { Attribute("alt", text) }
    static func width(_ pixels: Int) -> Attribute { Attribute("width", pixels) }
    static func height(_ pixels: Int) -> Attribute { Attribute("height", pixels) }
}

/// What the linked resource is to the page.
enum Relation: String {
    case stylesheet, icon
    case previous = "prev"
    case next, canonical, external, help, alternate
}
