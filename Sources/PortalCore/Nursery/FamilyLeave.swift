/// Days that a family gives up at the nursery (congés).
package struct FamilyLeave: Hashable, Sendable {
    package let id: Identifier<FamilyLeave>
    package let contract: Identifier<CareContract>
    package let account: Identifier<Account>
    package let firstDay: CivilDate
    /// The last day, included.
    package let lastDay: CivilDate
    package let announcedAt: Instant
    package let state: LeaveState
    /// What the service wrote with its answer; empty for nothing.
    package let note: String
    /// The contract's days among them, in order; none once it is withdrawn.
    package let days: [LeaveDay]

    /// "le 3 novembre 2026", "du 3 au 5 novembre 2026".
    package var frenchDays: String { (firstDay...lastDay).frenchSpan }

    package func count(_ charge: LeaveCharge) -> Int { days.count { $0.charge == charge } }
}

/// How far a leave is.
package enum LeaveState: Int, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// The service has not answered yet.
    case asked = 0
    case accepted = 1
    case refused = 2
    case withdrawn = 3

    package var french: String {
        switch self {
        case .asked: "En attente du service"
        case .accepted: "Acceptés"
        case .refused: "Facturés"
        case .withdrawn: "Retirés"
        }
    }
}

/// One day of a leave, and whether it is taken off the contract.
package struct LeaveDay: Hashable, Sendable {
    package let date: CivilDate
    package let charge: LeaveCharge

    package init(date: CivilDate, charge: LeaveCharge) {
        self.date = date
        self.charge = charge
    }
}

/// Whether a day of leave is taken off the contract, or why not.
package enum LeaveCharge: Int, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case deducted = 0
    /// Announced too late.
    case late = 1
    /// Beyond the contract's allowance for the year.
    case overAllowance = 2
    /// The service has refused it.
    case refused = 3

    package var french: String {
        switch self {
        case .deducted: "Déduit"
        case .late: "Facturé\u{A0}: hors délai"
        case .overAllowance: "Facturé\u{A0}: au-delà des congés prévus"
        case .refused: "Facturé\u{A0}: refusé par le service"
        }
    }
}
