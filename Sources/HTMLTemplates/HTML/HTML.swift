/// A piece of a page. A component stores plain values and says in `body` which pieces it is made of.
package protocol HTML {
    associatedtype Body: HTML

    @HTMLBuilder var body: Body { get }

    /// Writes the piece. Only the primitives of this folder and the few components that write markup by themselves define it.
    static func render(_ html: Self, into buffer: inout HTMLBuffer)
}

extension HTML {
    package static func render(_ html: Self, into buffer: inout HTMLBuffer) {
        Body.render(html.body, into: &buffer)
    }
}

/// The piece that writes nothing; also the body of the primitives, which write themselves.
package struct Nothing: HTML {
    package typealias Body = Nothing

    package static func render(_ html: Nothing, into buffer: inout HTMLBuffer) {}
}

extension HTML where Body == Nothing {
    package var body: Nothing { Nothing() }
}

/// A whole page as UTF-8 bytes, ready to be sent.
///
/// - Parameters:
///   - assets: where the page's files are.
///   - capacity: the expected size in bytes, so that the buffer seldom grows.
package func render<Page: HTML>(_ page: Page, assets: AssetAddresses, capacity: Int = 16_384) -> [UInt8] {
    var buffer = HTMLBuffer(capacity: capacity, assets: assets)
    Page.render(page, into: &buffer)
    return buffer.finish()
}
