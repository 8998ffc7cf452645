/// A point on the UTC time line, to the second. What a clock says, what a row stores.
package struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int64

    package init(seconds: Int64) {
        self.seconds = seconds
    }

    package func adding(seconds offset: Int64) -> Instant { Instant(seconds: seconds + offset) }
    package func adding(hours: Int) -> Instant { adding(seconds: Int64(hours) * 3600) }

    package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}
