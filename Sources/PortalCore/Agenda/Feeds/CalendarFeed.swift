/// A secret address under which a calendar reads a family's agenda, or one child's.
package struct CalendarFeed: Hashable, Sendable {
    package let id: Identifier<CalendarFeed>
    package let account: Identifier<Account>
    /// nil: all the account's children.
    package let child: Identifier<Child>?
    /// Whether children are named by their initial only.
    package let usesInitials: Bool
    package let createdAt: Instant

    package init(id: Identifier<CalendarFeed>, account: Identifier<Account>, child: Identifier<Child>?, usesInitials: Bool, createdAt: Instant) {
        self.id = id
        self.account = account
        self.child = child
        self.usesInitials = usesInitials
        self.createdAt = createdAt
    }
}

extension AuditAct {
    /// Subject: the feed.
    static let calendarFeedMade = AuditAct(rawValue: "calendarFeed.made")
    /// Subject: the feed.
    static let calendarFeedEnded = AuditAct(rawValue: "calendarFeed.ended")
}
