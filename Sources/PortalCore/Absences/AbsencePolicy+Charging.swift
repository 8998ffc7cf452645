/// When an absence began, and when its certificate may come.
package struct AbsenceTimes: Hashable, Sendable {
    /// Until when a certificate is in time; nil when none helps.
    package let dueAt: Instant?
    /// Until when a late one is still read; nil when none is, once it is late.
    package let latestAt: Instant?

    /// Of an absence that no certificate excuses.
    package static let none = AbsenceTimes(dueAt: nil, latestAt: nil)

    /// The last moment at which a certificate is taken at all.
    package var lastMoment: Instant? { [dueAt, latestAt].compactMap(\.self).max() }
}

/// What a day of an absence costs.
package enum AbsenceCharge: Hashable, Sendable {
    /// Nothing, whatever comes.
    case free
    /// So much, unless a certificate is accepted.
    case unlessJustified(AbsencePrice)
    /// So much, with or without certificate (carence, or a reason or a town that knows none).
    case always(AbsencePrice)

    package var price: AbsencePrice {
        switch self {
        case .free: .nothing
        case .unlessJustified(let price), .always(let price): price
        }
    }
}

extension AbsencePolicy {
    /// Until when a certificate may come for an absence that begins with a unit.
    package func times(firstDay: CivilDate, startsAt: CivilTime) -> AbsenceTimes {
        guard let certificate else { return .none }
        let dueAt: Instant =
            switch certificate {
            case .hours(let hours): ParisTime.instant(firstDay, at: startsAt).adding(hours: hours)
            case .days(let days): ParisTime.instant(firstDay.adding(days: days), at: .endOfDay, second: 59)
            }
        let latestAt = latestDays.map { ParisTime.instant(firstDay.adding(days: $0), at: .endOfDay, second: 59) }
        return AbsenceTimes(dueAt: dueAt, latestAt: latestAt.flatMap { $0 > dueAt ? $0 : nil })
    }

    /// What a day costs while no certificate has been accepted.
    ///
    /// - Parameters:
    ///   - rank: how many days on which the child was expected come before it in the absence.
    ///   - daysAfterFirst: how many days of the calendar.
    package func charge(reason: String, rank: Int, daysAfterFirst: Int) -> AbsenceCharge {
        if isFree(reason) || rank < coveredDays { return .free }
        guard isExcusable(reason), !waiting.cover(rank: rank, daysAfterFirst: daysAfterFirst) else { return .always(charge) }
        return .unlessJustified(charge)
    }

    /// What a day costs once a certificate is accepted.
    ///
    /// - Parameter sentAt: when the certificate came; nil when it came after `times.lastMoment`, and changes nothing.
    package func priceWhenJustified(reason: String, rank: Int, daysAfterFirst: Int, sentAt: Instant, times: AbsenceTimes) -> AbsencePrice {
        let charge = charge(reason: reason, rank: rank, daysAfterFirst: daysAfterFirst)
        guard case .unlessJustified(let price) = charge, let last = times.lastMoment, sentAt <= last else { return charge.price }
        let isLate = times.dueAt.map { sentAt > $0 } ?? false
        return isLate && lateWaiting.cover(rank: rank, daysAfterFirst: daysAfterFirst) ? price : .nothing
    }
}

extension AbsencePolicy.WaitingDays {
    fileprivate func cover(rank: Int, daysAfterFirst: Int) -> Bool { (ofCalendar ? daysAfterFirst : rank) < count }
}
