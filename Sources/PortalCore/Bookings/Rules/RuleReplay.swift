/// What families asked for during a past month, judged again by tried rules.
package struct RuleReplay: Hashable, Sendable {
    /// A line of a request, as it was made.
    package struct Ask: Hashable, Sendable {
        package let kind: BookingChange.Kind
        package let unit: Identifier<BookableUnit>
        package let date: CivilDate
        package let askedAt: Instant
    }

    /// What the deadlines alone say of an ask.
    package enum Verdict: Hashable, Sendable, CaseIterable {
        case inTime, late, refused

        /// "dans les délais", to be put after "passeraient".
        package var french: String {
            switch self {
            case .inTime: "dans les délais"
            case .late: "hors délai, acceptées autrement"
            case .refused: "refusées"
            }
        }
    }

    /// An ask whose answer would have been another one.
    package struct Difference: Hashable, Sendable {
        package let ask: Ask
        package let before: Verdict
        package let after: Verdict
    }

    package let month: Month
    /// How many asks the month has.
    package let count: Int
    package private(set) var inForce: [Verdict: Int] = [:]
    package private(set) var tried: [Verdict: Int] = [:]
    /// The latest ask first.
    package private(set) var differences: [Difference] = []

    init(_ asks: [Ask], of month: Month, on activity: Activity, in calendar: SchoolCalendar, trying rules: BookingRules) {
        self.month = month
        count = asks.count
        let opening = OpeningDays(of: activity, in: calendar)
        for ask in asks {
            guard let unit = activity.units.first(where: { $0.id == ask.unit }) else { continue }
            let before = UnitDay(unit, on: ask.date, of: opening).verdict(on: ask)
            let after = UnitDay(unit, on: ask.date, of: opening, judgedBy: rules).verdict(on: ask)
            inForce[before, default: 0] += 1
            tried[after, default: 0] += 1
            if before != after { differences.append(Difference(ask: ask, before: before, after: after)) }
        }
        differences.sort { $0.ask.askedAt > $1.ask.askedAt }
    }
}

extension UnitDay {
    /// Judges an ask by its deadlines alone, whatever the places were.
    fileprivate func verdict(on ask: RuleReplay.Ask) -> RuleReplay.Verdict {
        switch ask.kind {
        case .add:
            if adding.allows(ask.askedAt) { return .inTime }
            if let addingLate, addingLate.allows(ask.askedAt) { return .late }
            return rules.lateAdding == .askStaff ? .late : .refused
        case .cancel:
            if cancelling.allows(ask.askedAt) { return .inTime }
            return rules.lateCancelling == .becomesAbsence ? .late : .refused
        }
    }
}
