/// A time on the clock, to the minute; 24:00 is the end of the day.
package struct CivilTime: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0...1440.
    package let minutes: Int

    /// The time of an hour (0...24) and a minute; nil when no clock shows it.
    package init?(hour: Int, minute: Int) {
        guard (0...59).contains(minute), (0...24).contains(hour), hour < 24 || minute == 0 else { return nil }
        minutes = hour * 60 + minute
    }

    /// The time so many minutes after midnight; nil outside 0...1440.
    package init?(minutes: Int) {
        guard (0...1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    private init(known minutes: Int) {
        self.minutes = minutes
    }

    package static let midnight = CivilTime(known: 0)
    package static let noon = CivilTime(known: 720)

    /// 23:59, which French rules write for "until the end of that day".
    package static let endOfDay = CivilTime(known: 1439)

    package var hour: Int { minutes / 60 }
    package var minute: Int { minutes % 60 }

    /// Reads "9:30" or "09:30"; nil for anything else.
    package init?(clock text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// "09:30".
    package var clock: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

    /// "9 h 30", as French typography writes it (spaces that do not break).
    package var french: String { "\(hour)\u{A0}h\u{A0}\(padded(minute, 2))" }

    package static func < (left: CivilTime, right: CivilTime) -> Bool { left.minutes < right.minutes }
}
