extension BookingOutcome {
    /// The number of the `outcome` column: above 0 what was granted or noted, below 0 what was refused. There is one for each booking ever made,
    /// and 1 takes no byte.
    var code: Int {
        switch self {
        case .accepted, .acceptedAlong: 1
        case .acceptedLate: 2
        case .recordedAsAbsence: 3
        case .left: 4
        case .waiting: 5
        case .asked: BookingOutcome.askedCode
        case .alreadySo: 0
        case .refused: -1
        }
    }

    /// What still waits for the service's answer.
    static let askedCode = 6

    /// The `reason` column.
    var reason: String {
        switch self {
        case .acceptedAlong(let reason), .recordedAsAbsence(let reason), .asked(let reason), .refused(let reason): reason
        case .waiting(let rank): String(rank)
        case .accepted, .acceptedLate, .left, .alreadySo: ""
        }
    }

    /// nil for a number that no outcome has.
    init?(code: Int, reason: String) {
        switch code {
        case 1: self = reason.isEmpty ? .accepted : .acceptedAlong(reason)
        case 2: self = .acceptedLate
        case 3: self = .recordedAsAbsence(reason)
        case 4: self = .left
        case 5: self = .waiting(rank: Int(reason) ?? 1)
        case BookingOutcome.askedCode: self = .asked(reason)
        case 0: self = .alreadySo
        case -1: self = .refused(reason)
        default: return nil
        }
    }
}

/// How many lines of a request were granted or noted, and how many refused: kept beside the request, so that lists need not read the lines.
struct OutcomeCounts: Hashable, Sendable {
    let granted: Int
    let refused: Int

    init(_ outcomes: some Collection<BookingOutcome>) {
        granted = outcomes.count { $0.code > 0 }
        refused = outcomes.count { $0.code < 0 }
    }
}
