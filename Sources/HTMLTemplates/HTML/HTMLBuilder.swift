/// Puts the pieces of a body together, two by two: the type of the result is the shape of the page, known to the compiler.
///
/// Type-checking is quadratic in the elements of one body: keep a body under some forty elements and make components.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression<Content: HTML>(_ content: Content) -> Content { content }
    package static func buildBlock() -> Nothing { Nothing() }
    package static func buildPartialBlock<Content: HTML>(first: Content) -> Content { first }
    package static func buildPartialBlock<First: HTML, Second: HTML>(accumulated: First, next: Second) -> Pair<First, Second> {
        Pair(first: accumulated, second: next)
    }
    package static func buildOptional<Content: HTML>(_ content: Content?) -> Content? { content }
    package static func buildEither<First: HTML, Second: HTML>(first: First) -> Either<First, Second> { .first(first) }
    package static func buildEither<First: HTML, Second: HTML>(second: Second) -> Either<First, Second> { .second(second) }
    package static func buildArray<Content: HTML>(_ contents: [Content]) -> [Content] { contents }
}

/// Two pieces, one after the other.
package struct Pair<First: HTML, Second: HTML>: HTML {
    package typealias Body = Nothing

    let first: First
    let second: Second

    package static func render(_ html: Pair, into buffer: inout HTMLBuffer) {
        First.render(html.first, into: &buffer)
        Second.render(html.second, into: &buffer)
    }
}

/// One piece or another: `if … else`, `switch`.
package enum Either<First: HTML, Second: HTML>: HTML {
    case first(First)
    case second(Second)

    package typealias Body = Nothing

    package static func render(_ html: Either, into buffer: inout HTMLBuffer) {
        switch html {
        case .first(let content): First.render(content, into: &buffer)
        case .second(let content): Second.render(content, into: &buffer)
        }
    }
}

/// A piece or nothing: `if`, `if let`.
extension Optional: HTML where Wrapped: HTML {
    package typealias Body = Nothing

    package static func render(_ html: Wrapped?, into buffer: inout HTMLBuffer) {
        if let html { Wrapped.render(html, into: &buffer) }
    }
}

/// Pieces of one kind in a row: `for … in`.
extension Array: HTML where Element: HTML {
    package typealias Body = Nothing

    package static func render(_ html: [Element], into buffer: inout HTMLBuffer) {
        for content in html { Element.render(content, into: &buffer) }
    }
}
