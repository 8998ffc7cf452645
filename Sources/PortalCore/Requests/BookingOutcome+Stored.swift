extension BookingOutcome {
    /// The word of the `outcome` column.
    var code: String {
        switch self {
        case .accepted: "acceptée"
        case .acceptedLate: "hors délai"
        case .recordedAsAbsence: "absence"
        case .alreadySo: "déjà fait"
        case .refused: "refusée"
        }
    }

    /// The words kept with it.
    var reason: String {
        switch self {
        case .recordedAsAbsence(let reason), .refused(let reason): reason
        case .accepted, .acceptedLate, .alreadySo: ""
        }
    }

    /// nil for a word that no answer is stored under.
    init?(code: String, reason: String) {
        switch code {
        case "acceptée": self = .accepted
        case "hors délai": self = .acceptedLate
        case "absence": self = .recordedAsAbsence(reason)
        case "déjà fait": self = .alreadySo
        case "refusée": self = .refused(reason)
        default: return nil
        }
    }
}
