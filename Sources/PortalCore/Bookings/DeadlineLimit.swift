/// The latest moment at which one day may be booked or cancelled.
package enum DeadlineLimit: Hashable, Sendable {
    /// No notice. That the day is not over is for the booking to check, whatever the rule.
    case none
    /// Allowed up to that second, included.
    case until(Instant)

    package func allows(_ now: Instant) -> Bool {
        switch self {
        case .none: true
        case .until(let last): now <= last
        }
    }

    /// The last second that a rule's day and time allow: 23:59 (or 24:00) is the end of that day, any other time is that minute's first second.
    static func moment(_ day: CivilDate, at time: CivilTime) -> Instant {
        time < .endOfDay ? ParisTime.instant(day, at: time) : ParisTime.instant(day, at: .endOfDay, second: 59)
    }
}
