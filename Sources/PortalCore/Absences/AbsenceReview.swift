/// What an absence would change, or has changed, line by line.
package struct AbsenceReview: Hashable, Sendable {
    /// By day, then by child, then in the order of the units.
    package let lines: [AbsenceLine]

    package init(lines: [AbsenceLine]) {
        self.lines = lines
    }

    /// Whether a certificate would change the price of a line.
    package var wantsCertificate: Bool { lines.contains { if case .recorded(.unlessJustified, _) = $0.outcome { true } else { false } } }
    package var changesSomething: Bool { lines.contains { !$0.outcome.isRefused } }
    /// What it changes at once on the bill, of what is booked; nil where nothing booked is missed.
    package var difference: Cents? {
        lines.contains { $0.missed.booking != nil } ? lines.reduce(.zero) { $0 + $1.difference } : nil
    }
    /// The contract's minutes that it takes off at once; nil where no day of a contract is missed.
    package var deductedMinutes: Int? {
        let care = lines.compactMap { line in if case .care(let care) = line.missed { (care: care, outcome: line.outcome) } else { nil } }
        guard !care.isEmpty else { return nil }
        return care.reduce(0) { sum, line in if case .recorded(.free, _) = line.outcome { sum + line.care.minutes } else { sum } }
    }
}

/// One thing that the child will miss.
package struct AbsenceLine: Hashable, Sendable {
    package let missed: MissedDay
    package let childName: String
    package let activityName: String
    package let unitName: String
    package let outcome: AbsenceOutcome
    /// How many days on which the child was expected come before it in the absence.
    package let rank: Int
    /// The absence's first day in this activity.
    package let firstDay: CivilDate

    package var daysAfterFirst: Int { missed.date.days(since: firstDay) }
}

/// What becomes of something that a child misses.
package enum AbsenceOutcome: Hashable, Sendable {
    /// Told in time: the booking is cancelled, nothing is charged.
    case cancelled(DeadlineLimit)
    /// The place was kept: it stays as an absence. Too late for a booking; hours of a contract are never cancelled.
    case recorded(AbsenceCharge, AbsenceTimes)
    /// The rule, in words.
    case refused(String)

    package var isRefused: Bool {
        if case .refused = self { true } else { false }
    }
}

extension AbsenceLine {
    /// What the line changes on the bill, and why.
    package var sentence: String {
        switch outcome {
        case .cancelled(let limit): "Signalée dans les délais (\(limit.words))\u{A0}: la réservation est annulée, rien n'est facturé."
        case .recorded(.free, _):
            switch missed {
            case .booking: "Non facturée\u{A0}: le règlement le prévoit."
            case .care(let care): "\(care.words) du contrat déduites\u{A0}: le règlement le prévoit."
            }
        case .recorded(.unlessJustified(let price), let times): "\(keptWords(price)), sauf justificatif reçu \(AbsenceLine.until(times))."
        case .recorded(.always(let price), let times):
            times.dueAt == nil ? "\(keptWords(price))." : "Jour de carence\u{A0}: \(charged(price)), même avec un justificatif."
        case .refused(let rule): rule
        }
    }

    /// Why something is charged, and how much.
    private func keptWords(_ price: AbsencePrice) -> String {
        switch missed {
        case .booking: "Délai dépassé\u{A0}: \(charged(price))"
        case .care: charged(price)
        }
    }

    private func charged(_ price: AbsencePrice) -> String {
        if case .care(let care) = missed { return "\(care.words) du contrat restent facturées" }
        let amount = price.charge(for: missed.price).french
        if case .percent(let rate) = price, rate != 100 { return "\(amount) restent facturés (\(rate)\u{A0}% du prix)" }
        return "\(amount) restent facturés"
    }

    private static func until(_ times: AbsenceTimes) -> String {
        guard let dueAt = times.dueAt else { return "" }
        guard let latestAt = times.latestAt else { return "avant le \(dueAt.french)" }
        return "avant le \(dueAt.french) (au plus tard le \(latestAt.french), avec une carence)"
    }

    /// What the absence adds to the bill at once (negative when it takes away).
    package var difference: Cents {
        return switch outcome {
        case .cancelled: Cents.zero - whole
        case .recorded: (kept ?? whole) - whole
        case .refused: .zero
        }
    }

    /// What stays charged of a booking whose absence is noted; nil for any other outcome.
    var kept: Cents? {
        if case .recorded(let charge, _) = outcome { charge.price.charge(for: whole) } else { nil }
    }

    private var whole: Cents { missed.price }
}

extension MissedCare {
    /// "8 h 30".
    fileprivate var words: String { CareDuration(minutes: minutes).french }
}
