/// A string is text: what has a meaning in HTML is escaped.
extension String: HTML {
    package typealias Body = Nothing

    package static func render(_ html: String, into buffer: inout HTMLBuffer) {
        buffer.text(html)
    }
}

extension Int: HTML {
    package typealias Body = Nothing

    package static func render(_ html: Int, into buffer: inout HTMLBuffer) {
        buffer.number(html)
    }
}

/// Markup written as it is. It is a literal of the source: nothing that a person typed can get here.
struct Markup: HTML {
    typealias Body = Nothing

    private let literal: StaticString

    init(_ literal: StaticString) {
        self.literal = literal
    }

    static func render(_ html: Markup, into buffer: inout HTMLBuffer) {
        buffer.raw(html.literal)
    }
}
