/// Whose turn comes first among the families that wait for a full day; among those alike, who asked first.
package struct WaitingOrder: Hashable, Sendable {
    /// The one that counts most first; none: first come, first served.
    package let criteria: [WaitingCriterion]

    package static let asAsked = WaitingOrder([])
    /// So many fit the number that a turn is.
    static let mostCriteria = 8

    package init(_ criteria: [WaitingCriterion]) {
        self.criteria = criteria
    }

    /// The kinds of family that it lets come first.
    package var kinds: [PriorityKind] { criteria.compactMap { if case .kind(let kind) = $0 { kind } else { nil } } }

    /// The lower number comes first: what an earlier criterion says outweighs all the later ones.
    func priority(where holds: (WaitingCriterion) -> Bool) -> Int { criteria.reduce(0) { $0 << 1 | (holds($1) ? 0 : 1) } }

    /// "résidents, puis fratrie déjà présente ce jour-là, puis la demande la plus ancienne"
    package var french: String {
        (criteria.map(\.french) + ["la demande la plus ancienne"]).joined(separator: ", puis ")
    }
}

/// What an order may ask of those who wait. The raw value is the word of the definition files.
package enum WaitingCriterion: Hashable, Sendable {
    case kind(PriorityKind)
    /// A child of the same household is booked in the activity that day.
    case siblings
}

extension WaitingCriterion: RawRepresentable {
    package init(rawValue: String) { self = rawValue == "fratrie" ? .siblings : .kind(PriorityKind(rawValue: rawValue)) }

    package var rawValue: String {
        switch self {
        case .kind(let kind): kind.rawValue
        case .siblings: "fratrie"
        }
    }

    package var french: String {
        switch self {
        case .kind(.returning): "enfants déjà inscrits l'année précédente"
        case .kind(let kind): kind.rawValue
        case .siblings: "fratrie déjà présente ce jour-là"
        }
    }
}
