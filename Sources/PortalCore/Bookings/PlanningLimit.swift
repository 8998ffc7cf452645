/// Until when some of a day's cells may be changed.
package struct PlanningLimit: Hashable, Sendable {
    package enum Acts: Hashable, Sendable {
        case addingAndCancelling, adding, cancelling
    }

    package let acts: Acts
    package let until: Instant
    package let isOver: Bool
    /// The names of the activities that it holds for.
    package let activities: [String]

    package init(acts: Acts, until: Instant, isOver: Bool, activities: [String]) {
        self.acts = acts
        self.until = until
        self.isOver = isOver
        self.activities = activities
    }

    /// "Modifiable jusqu'au mardi 3 novembre 2026 à 12 h 00", followed by "délai dépassé" once it is over.
    package var sentence: String {
        switch (acts, isOver) {
        case (.addingAndCancelling, false): "Modifiable jusqu'au \(until.french)"
        case (.adding, false): "Réservable jusqu'au \(until.french)"
        case (.cancelling, false): "Annulable jusqu'au \(until.french)"
        case (.addingAndCancelling, true): "Modifiable jusqu'au \(until.french)\u{A0}: délai dépassé"
        case (.adding, true): "Réservable jusqu'au \(until.french)\u{A0}: délai dépassé"
        case (.cancelling, true): "Annulable jusqu'au \(until.french)\u{A0}: délai dépassé"
        }
    }
}
