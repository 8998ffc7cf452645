/// What a nursery's règlement says of regular care: the leave that parents announce, and the time that a child stays beyond its contract.
package struct NurseryPolicy: Hashable, Sendable {
    package let notice: LeaveNotice
    package let decision: LeaveDecision
    /// Days of leave for each year of a contract, unless the contract says otherwise.
    package let usualLeave: Int
    package let overrun: OverrunStep

    package init(notice: LeaveNotice, decision: LeaveDecision, usualLeave: Int, overrun: OverrunStep) {
        self.notice = notice
        self.decision = decision
        self.usualLeave = usualLeave
        self.overrun = overrun
    }

    /// What parents read before they announce leave.
    package var french: String {
        let judged = decision == .service ? " Le service répond à chaque demande." : ""
        return "Annoncez vos congés au moins \(notice.french) à l'avance.\(judged) Passé ce délai, ou au-delà des jours prévus au contrat, "
            + "les jours restent facturés."
    }
}

/// How long before its first day a leave is announced (délai de prévenance).
package enum LeaveNotice: Hashable, Sendable {
    case days(Int)
    case months(Int)

    /// The last day on which a leave that begins on a day may still be announced.
    package func lastDay(before first: CivilDate) -> CivilDate {
        switch self {
        case .days(let count): return first.adding(days: -count)
        case .months(let count):
            let (year, month, day) = first.components
            return CivilDate(year: year, month: month - count, dayAtMost: day)
        }
    }

    /// Reads "15 jours" or "2 mois"; nil for anything else.
    package init?(notation: some StringProtocol) {
        let words = notation.split(separator: " ")
        guard words.count == 2, let count = Int(words[0]), count > 0 else { return nil }
        switch words[1] {
        case "jour", "jours": self = .days(count)
        case "mois": self = .months(count)
        default: return nil
        }
        guard count <= 200 else { return nil }
    }

    package var notation: String {
        switch self {
        case .days(let count): AbsencePolicy.days(count)
        case .months(let count): "\(count) mois"
        }
    }

    /// "15 jours", "2 mois".
    package var french: String { notation.split(separator: " ").joined(separator: "\u{A0}") }
}

/// Who answers to a leave. The raw value is the word of the definition files.
package enum LeaveDecision: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// The notice and the allowance alone decide, at once.
    case rule = "règle"
    case service
}

/// What a stay beyond the contract is counted in, each one that has begun. The raw value is its minutes.
package enum OverrunStep: Int, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case quarterHour = 15
    case halfHour = 30

    package var notation: String { "\(rawValue) min" }

    /// "quart d'heure".
    package var french: String { self == .quarterHour ? "quart d'heure" : "demi-heure" }

    /// Minutes beyond the contract, each step that has begun counted whole.
    func rounded(_ minutes: Int) -> Int { max(0, minutes + rawValue - 1) / rawValue * rawValue }
}

extension LeaveNotice: DatabaseConvertible {
    package var databaseValue: DatabaseValue { .text(notation) }
    package init?(databaseValue: DatabaseValue) {
        guard case .text(let text) = databaseValue, let notice = LeaveNotice(notation: text) else { return nil }
        self = notice
    }
}
