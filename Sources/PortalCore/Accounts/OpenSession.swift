/// A browser in which an account is open, as its owner sees it in a list.
package struct OpenSession: Hashable, Sendable {
    /// Names the session in a form. It opens nothing.
    package let name: String
    /// "Firefox sur Windows"; empty when it was not noted.
    package let device: String
    package let openedAt: Instant
    /// To the half hour.
    package let usedAt: Instant
    /// Whether it is the reader's own.
    package let isCurrent: Bool

    package init(name: String, device: String, openedAt: Instant, usedAt: Instant, isCurrent: Bool) {
        self.name = name
        self.device = device
        self.openedAt = openedAt
        self.usedAt = usedAt
        self.isCurrent = isCurrent
    }
}
