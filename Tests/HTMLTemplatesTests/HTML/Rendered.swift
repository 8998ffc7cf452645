@testable import HTMLTemplates

extension HTML {
    /// The piece as a string, to compare with.
    var rendered: String { String(decoding: HTMLTemplates.render(self, assets: .unversioned), as: UTF8.self) }
}
