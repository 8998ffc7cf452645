/// An attribute of one kind of element: ` class="tile"`.
struct Attribute<Tag: HTMLTag> {
    private let name: StaticString
    private let value: Value

    private enum Value {
        case absent
        case present
        case text(String)
        case number(Int)
    }

    /// An attribute with a text; nil leaves it out.
    init(_ name: StaticString, _ text: String?) {
        self.name = name
        value = text.map(Value.text) ?? .absent
    }

    /// An attribute with a number.
    init(_ name: StaticString, _ number: Int) {
        self.name = name
        value = .number(number)
    }

    /// An attribute that is there or not: `checked`.
    init(_ name: StaticString, isPresent: Bool) {
        self.name = name
        value = isPresent ? .present : .absent
    }

    func write(into buffer: inout HTMLBuffer) {
        switch value {
        case .absent: break
        case .present:
            buffer.raw(.space)
            buffer.raw(name)
        case .text(let text):
            buffer.raw(.space)
            buffer.raw(name)
            buffer.raw(.equals)
            buffer.raw(.quote)
            buffer.attributeText(text)
            buffer.raw(.quote)
        case .number(let number):
            buffer.raw(.space)
            buffer.raw(name)
            buffer.raw(.equals)
            buffer.raw(.quote)
            buffer.number(number)
            buffer.raw(.quote)
        }
    }
}
