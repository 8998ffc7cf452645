/// Until when some of a day's cells may be changed.
package struct PlanningLimit: Hashable, Sendable {
    package enum Acts: Hashable, Sendable {
        case addingAndCancelling, adding, cancelling
    }

    package let acts: Acts
    package let limit: DeadlineLimit
    package let isOver: Bool
    /// The names of the activities that it holds for.
    package let activities: [String]

    package init(acts: Acts, limit: DeadlineLimit, isOver: Bool, activities: [String]) {
        self.acts = acts
        self.limit = limit
        self.isOver = isOver
        self.activities = activities
    }

    /// "Modifiable jusqu'au mardi 3 novembre 2026 à 12 h 00", followed by "délai dépassé" once it is over.
    package var sentence: String {
        let may =
            switch acts {
            case .addingAndCancelling: "Modifiable"
            case .adding: "Réservable"
            case .cancelling: "Annulable"
            }
        return "\(may) \(limit.words)\(isOver ? "\u{A0}: délai dépassé" : "")"
    }
}
