/// The attributes of every element. There is no `on…`, and a `style` in letters only (`MailStyle`): the content security policy forbids them.
extension Attribute {
    static func `class`(_ names: String?) -> Attribute { Attribute("class", names) }
    static func id(_ id: String?) -> Attribute { Attribute("id", id) }
    static func lang(_ language: String) -> Attribute { Attribute("lang", language) }
    static func title(_ title: String?) -> Attribute { Attribute("title", title) }
    static func hidden(_ isHidden: Bool) -> Attribute { Attribute("hidden", isPresent: isHidden) }
    /// -1 lets a script or a link move the focus there; 0 also puts it in the tab order.
    static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", index) }
    /// The element that has the focus when the page arrives.
    static func autofocus(_ isFocused: Bool) -> Attribute { Attribute("autofocus", isPresent: isFocused) }
}

/// What the script reads. Each name is written once here: `data-price`.
extension Attribute {
    static func data(_ name: DataName, _ value: String?) -> Attribute { Attribute(name.attribute, value) }
    static func data(_ name: DataName, _ number: Int) -> Attribute { Attribute(name.attribute, number) }
}

/// The `data-` attributes that the stylesheet or a script of `Public/` reads.
struct DataName: Sendable {
    fileprivate let attribute: StaticString

    /// - Parameter attribute: the whole name, `data-` included.
    init(_ attribute: StaticString) {
        self.attribute = attribute
    }
}
