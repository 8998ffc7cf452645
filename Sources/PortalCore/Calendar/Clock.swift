/// Where the present comes from, so that a test stands on either side of a deadline.
package protocol PortalClock: Sendable {
    var now: Instant { get }
}

extension PortalClock {
    /// Today's date in Paris.
    package var today: CivilDate { ParisTime.date(now) }
}

/// A clock that stands still where a test has put it.
package struct StoppedClock: PortalClock {
    package let now: Instant

    package init(_ now: Instant) {
        self.now = now
    }
}
