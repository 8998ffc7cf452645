/// What a tag is called. Each element has its own type, so that an attribute exists only where HTML knows it.
protocol HTMLTag {
    static var name: StaticString { get }
}

/// An element with a start tag, a content and an end tag.
struct Element<Tag: HTMLTag, Content: HTML>: HTML {
    typealias Body = Nothing

    private let attributes: [Attribute<Tag>]
    private let content: Content

    init(_ attributes: Attribute<Tag>..., @HTMLBuilder content: () -> Content) {
        self.attributes = attributes
        self.content = content()
    }

    static func render(_ html: Element, into buffer: inout HTMLBuffer) {
        buffer.startTag(Tag.name, html.attributes)
        Content.render(html.content, into: &buffer)
        buffer.raw(.less)
        buffer.raw(.slash)
        buffer.raw(Tag.name)
        buffer.raw(.greater)
    }
}

extension Element where Content == Nothing {
    init(_ attributes: Attribute<Tag>...) {
        self.attributes = attributes
        content = Nothing()
    }
}

/// An element that has no content and no end tag.
struct VoidElement<Tag: HTMLTag>: HTML {
    typealias Body = Nothing

    private let attributes: [Attribute<Tag>]

    init(_ attributes: Attribute<Tag>...) {
        self.attributes = attributes
    }

    static func render(_ html: VoidElement, into buffer: inout HTMLBuffer) {
        buffer.startTag(Tag.name, html.attributes)
    }
}

extension HTMLBuffer {
    fileprivate mutating func startTag<Tag>(_ name: StaticString, _ attributes: [Attribute<Tag>]) {
        raw(.less)
        raw(name)
        for attribute in attributes { attribute.write(into: &self) }
        raw(.greater)
    }
}
