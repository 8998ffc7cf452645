/// What is known of a child under contract on a day: what the roll call says, and what becomes of the hours if it does not come.
package struct NurseryStay: Hashable, Sendable {
    package let date: CivilDate
    package let mark: AttendanceMark
    /// What becomes of the hours of an absence, as the family or the nursery has said; `.none` while nobody has.
    package let told: StayAbsence
    /// Why it is absent; empty for nothing.
    package let reason: String
    /// The name of who called it last; nil for the closing of the day.
    package let calledBy: String?

    package init(
        date: CivilDate,
        mark: AttendanceMark = AttendanceMark(),
        told: StayAbsence = .none,
        reason: String = "",
        calledBy: String? = nil
    ) {
        self.date = date
        self.mark = mark
        self.told = told
        self.reason = reason
        self.calledBy = calledBy
    }

    package var arrived: CivilTime? { mark.arrivedAt }
    package var departed: CivilTime? { mark.leftAt }
    package var isPresent: Bool { mark.presence == .present }

    /// Whether the child is absent, and what its hours become. An absence of which nobody has said anything is charged.
    package var absence: StayAbsence {
        switch mark.presence {
        case .present: .none
        case .absent: told == .none ? .charged : told
        case nil: told
        }
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
