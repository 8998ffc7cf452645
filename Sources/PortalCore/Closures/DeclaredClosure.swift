/// Days on which the staff close activities, or some of their groups, for one occasion, or keep new bookings away from them: a strike, snow.
package struct DeclaredClosure: Hashable, Sendable {
    package let id: Identifier<DeclaredClosure>
    package let days: ClosedRange<CivilDate>
    package let cause: ClosureCause
    package let effect: ClosureEffect
    /// More about the cause, in the words that parents read; empty for none.
    package let words: String
    package let scope: ClosureScope
    /// What the mail to the families says besides; empty for nothing.
    package let message: String
    package let declaredAt: Instant
    /// Who declared it.
    package let declaredBy: String
    /// When it was taken back; nil while it holds.
    package let undoneAt: Instant?

    package init(
        id: Identifier<DeclaredClosure>,
        days: ClosedRange<CivilDate>,
        cause: ClosureCause,
        effect: ClosureEffect,
        words: String = "",
        scope: ClosureScope,
        message: String = "",
        declaredAt: Instant,
        declaredBy: String = "",
        undoneAt: Instant? = nil
    ) {
        self.id = id
        self.days = days
        self.cause = cause
        self.effect = effect
        self.words = words
        self.scope = scope
        self.message = message
        self.declaredAt = declaredAt
        self.declaredBy = declaredBy
        self.undoneAt = undoneAt
    }

    /// "grève", "grève (personnel de cantine)".
    package var reason: String { words.isEmpty ? cause.rawValue : "\(cause.rawValue) (\(words))" }

    /// Why nothing new is booked on its days, in the words that parents read.
    package var refusal: String {
        switch effect {
        case .cancels: reason
        case .minimumService: "\(reason)\u{A0}: service minimum, sans nouvelle réservation"
        case .keeps: "\(reason)\u{A0}: pas de nouvelle réservation"
        }
    }
}

/// Why the staff close. The raw value is the word that parents read.
package enum ClosureCause: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case strike = "grève"
    case closing = "fermeture exceptionnelle"
    case weather = "intempéries"
    case health = "raison sanitaire"
    case works = "travaux"
}

/// What becomes of the bookings of the days that the staff close.
package enum ClosureEffect: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// They are cancelled free of charge, and their families told.
    case cancels = "annule"
    /// They are kept, their families told, who may cancel free of charge up to the hour itself.
    case minimumService = "minimum"
    /// They are kept; only new ones are refused.
    case keeps = "garde"

    package var french: String {
        switch self {
        case .cancels: "Fermé\u{A0}: réservations annulées sans frais"
        case .minimumService: "Service minimum\u{A0}: réservations gardées, annulables sans frais"
        case .keeps: "Réservations gardées, plus de nouvelle réservation"
        }
    }
}

/// What closes: everything, or activities (by code) and single groups of others.
package struct ClosureScope: Hashable, Sendable {
    package let isWhole: Bool
    package let activities: Set<String>
    package let groups: Set<Identifier<ActivityGroup>>

    package init(isWhole: Bool = false, activities: Set<String> = [], groups: Set<Identifier<ActivityGroup>> = []) {
        self.isWhole = isWhole
        self.activities = activities
        self.groups = groups
    }

    package static let whole = ClosureScope(isWhole: true)

    package var isEmpty: Bool { !isWhole && activities.isEmpty && groups.isEmpty }

    /// Whether the whole activity closes.
    package func closes(_ activity: Activity) -> Bool { isWhole || activities.contains(activity.code) }

    /// Whether a group of an activity closes.
    package func closes(_ group: Identifier<ActivityGroup>, of activity: Activity) -> Bool { closes(activity) || groups.contains(group) }

    /// Whether anything of an activity closes.
    package func touches(_ activity: Activity) -> Bool { closes(activity) || activity.groups.contains { groups.contains($0.id) } }
}
