import Synchronization

/// Counts how often each feed is read. Calendars ask a few times a day; one that asks all the time is told to wait.
final class FeedReaders: Sendable {
    private struct Count {
        var since: Instant
        var reads: Int
    }

    private static let mostInAnHour = 60
    private static let capacity = 20_000
    private let counts = Mutex<[Identifier<CalendarFeed>: Count]>([:])

    func mayRead(_ feed: Identifier<CalendarFeed>, at now: Instant) -> Bool {
        counts.withLock { counts in
            var count = counts[feed] ?? Count(since: now, reads: 0)
            if abs(now.seconds - count.since.seconds) >= 3600 { count = Count(since: now, reads: 0) }
            count.reads += 1
            if counts.count >= Self.capacity, counts[feed] == nil { counts = counts.filter { abs(now.seconds - $0.value.since.seconds) < 3600 } }
            counts[feed] = count
            return count.reads <= Self.mostInAnHour
        }
    }
}
