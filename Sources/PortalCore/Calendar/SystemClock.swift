import Glibc

/// The machine's clock, or one that started elsewhere and runs at its pace.
package struct SystemClock: PortalClock {
    /// Seconds between the machine's time and the time that this clock shows.
    private let shift: Int64

    package init() {
        shift = 0
    }

    /// A clock that shows `start` at this moment and runs from there.
    package init(startingAt start: Instant) {
        shift = start.seconds - Int64(time(nil))
    }

    package var now: Instant { Instant(seconds: Int64(time(nil)) + shift) }
}
