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
}

/// One booking that the child will miss.
package struct AbsenceLine: Hashable, Sendable {
    package let booking: Booking
    package let childName: String
    package let activityName: String
    package let unitName: String
    package let outcome: AbsenceOutcome
    /// How many days on which the child was expected come before it in the absence.
    package let rank: Int
    /// The absence's first day in this activity.
    package let firstDay: CivilDate

    package var daysAfterFirst: Int { booking.slot.date.days(since: firstDay) }
}

/// What becomes of a booking.
package enum AbsenceOutcome: Hashable, Sendable {
    /// Told in time: the booking is cancelled, nothing is charged.
    case cancelled(DeadlineLimit)
    /// Told too late: the booking stays as an absence.
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
        case .recorded(.free, _): "Non facturée\u{A0}: le règlement le prévoit."
        case .recorded(.unlessJustified(let price), let times):
            "Délai dépassé\u{A0}: \(AbsenceLine.charged(price, of: booking)), sauf justificatif reçu \(AbsenceLine.until(times))."
        case .recorded(.always(let price), let times):
            times.dueAt == nil
                ? "Délai dépassé\u{A0}: \(AbsenceLine.charged(price, of: booking))."
                : "Jour de carence\u{A0}: \(AbsenceLine.charged(price, of: booking)), même avec un justificatif."
        case .refused(let rule): rule
        }
    }

    private static func charged(_ price: AbsencePrice, of booking: Booking) -> String {
        let amount = price.charge(for: booking.price + booking.surcharge).french
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
        switch outcome {
        case .cancelled: Cents.zero - whole
        case .recorded: (kept ?? whole) - whole
        case .refused: .zero
        }
    }

    /// What stays charged of a booking whose absence is noted; nil for any other outcome.
    var kept: Cents? {
        if case .recorded(let charge, _) = outcome { charge.price.charge(for: whole) } else { nil }
    }

    private var whole: Cents { booking.price + booking.surcharge }
}
