/// A règlement that adults accept before they book (règlement intérieur).
package struct Regulation: Hashable, Sendable {
    package let code: String
    package let title: String
    /// A new version is to be accepted again.
    package let version: String
    /// Paragraphs and lists, as in the town's other texts.
    package let body: String
    /// The codes of the activities that it is about; empty: all of them.
    package let activities: [String]

    package init(code: String, title: String, version: String, body: String, activities: [String] = []) {
        self.code = code
        self.title = title
        self.version = version
        self.body = body
        self.activities = activities
    }

    /// The body cut into paragraphs and lists.
    package var blocks: [TextBlock] { TextBlock.blocks(of: body) }

    package func concerns(_ activity: Activity) -> Bool { activities.isEmpty || activities.contains(activity.code) }
}

/// A règlement, and when the reader accepted this version of it.
package struct RegulationState: Hashable, Sendable {
    package let regulation: Regulation
    /// nil while it is to be accepted.
    package let acceptedAt: Instant?

    package init(regulation: Regulation, acceptedAt: Instant?) {
        self.regulation = regulation
        self.acceptedAt = acceptedAt
    }
}
