@testable import HTMLTemplates

extension HTML {
    /// The piece as a string, to compare with.
    var rendered: String { String(decoding: HTMLTemplates.render(self), as: UTF8.self) }
}
