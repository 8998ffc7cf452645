/// What the nursery noted of a child on a day: when it came and went, or that it did not.
package struct NurseryStay: Hashable, Sendable {
    package let date: CivilDate
    package let arrived: CivilTime?
    package let departed: CivilTime?
    package let absence: StayAbsence
    /// Why it is absent; empty for nothing.
    package let reason: String

    package init(date: CivilDate, arrived: CivilTime?, departed: CivilTime?, absence: StayAbsence = .none, reason: String = "") {
        self.date = date
        self.arrived = arrived
        self.departed = departed
        self.absence = absence
        self.reason = reason
    }

    /// Minutes that the child was there; 0 while it has not left.
    package var minutes: Int {
        guard let arrived, let departed, arrived <= departed else { return 0 }
        return CareDuration.minutes(from: arrived, to: departed, on: date)
    }

    /// Minutes beyond the contract's hours, before them and after them apart; a day without hours is all beyond.
    func overrun(of span: CareSpan?, step: OverrunStep) -> Int {
        guard let arrived, let departed, arrived <= departed else { return 0 }
        guard let span else { return step.rounded(minutes) }
        let before = min(departed, span.arrival).minutes - arrived.minutes
        let after = departed.minutes - max(arrived, span.departure).minutes
        return step.rounded(max(0, before)) + step.rounded(max(0, after))
    }
}

/// Whether a child that was expected is absent, and what its hours become.
package enum StayAbsence: Int, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case none = 0
    /// Its hours stay charged.
    case charged = 1
    /// Its hours are taken off: a free reason, or a certificate that the service has accepted.
    case excused = 2
}
