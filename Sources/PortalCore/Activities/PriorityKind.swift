/// A kind of family that comes before others: it books earlier, or is ahead in the line of a full day.
package enum PriorityKind: Hashable, Sendable {
    /// The household lives in a town, or under a postal code, of the town's list, or is marked so.
    case residents
    /// The child was enrolled in the activity in the school year before.
    case returning
    /// The child goes to one of the window's schools.
    case schools
    /// The staff have marked the household.
    case marked(HouseholdMark)

    /// The mark by which the staff make a household one of these; nil where nothing that they note does.
    package var mark: HouseholdMark? {
        switch self {
        case .residents: .residents
        case .marked(let mark): mark
        case .returning, .schools: nil
        }
    }
}

/// The raw value is the word of the definition files.
extension PriorityKind: RawRepresentable {
    /// What is no word of the portal's own is the name of a mark.
    package init(rawValue: String) {
        self =
            switch rawValue {
            case PriorityKind.residents.rawValue: .residents
            case PriorityKind.returning.rawValue: .returning
            case PriorityKind.schools.rawValue: .schools
            default: .marked(HouseholdMark(rawValue: rawValue))
            }
    }

    package var rawValue: String {
        switch self {
        case .residents: HouseholdMark.residents.rawValue
        case .returning: "déjà inscrits"
        case .schools: "écoles"
        case .marked(let mark): mark.rawValue
        }
    }

    /// The words that mean something else than a mark.
    static let words = [PriorityKind.residents, .returning, .schools].map(\.rawValue)
}
