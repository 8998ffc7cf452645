/// A day of the week, numbered as ISO 8601 does: Monday is 1.
package enum Weekday: Int, CaseIterable, Hashable, Sendable, Comparable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// "lundi", in the lower case that French uses inside a sentence.
    package var frenchName: String {
        switch self {
        case .monday: "lundi"
        case .tuesday: "mardi"
        case .wednesday: "mercredi"
        case .thursday: "jeudi"
        case .friday: "vendredi"
        case .saturday: "samedi"
        case .sunday: "dimanche"
        }
    }

    /// The weekday that a French name says, whatever its case; nil for any other word.
    package init?(frenchName: some StringProtocol) {
        let name = frenchName.lowercased()
        guard let match = Weekday.allCases.first(where: { $0.frenchName == name }) else { return nil }
        self = match
    }

    package static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}
