/// A dated article of the town. Its body is laid out as a `PortalText`'s is.
package struct PortalNews: Hashable, Sendable {
    package let publishedOn: CivilDate
    package let title: String
    package let body: String

    package init(publishedOn: CivilDate, title: String, body: String) {
        self.publishedOn = publishedOn
        self.title = title
        self.body = body
    }

    /// The body cut into paragraphs and lists.
    package var blocks: [TextBlock] { TextBlock.blocks(of: body) }
}
