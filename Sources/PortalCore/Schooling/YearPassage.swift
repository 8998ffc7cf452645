/// A passage à l'année suivante that the staff have confirmed.
package struct YearPassage: Hashable, Sendable {
    package let id: Identifier<YearPassage>
    /// The school year that the children entered.
    package let year: SchoolYear
    /// How many children it wrote a class for.
    package let children: Int
    package let confirmedAt: Instant
    /// "Claire Moreau".
    package let confirmedBy: String

    /// Whether it can still be taken back: until the year starts.
    package func mayBeUndone(on today: CivilDate) -> Bool { today < year.firstDay }
}

/// What becomes of a child in the next school year.
package enum PassageStep: Hashable, Sendable {
    /// The rule's answer.
    case moves(school: String, schoolClass: String)
    /// Out of the town's schools, by the rule.
    case leaves
    /// Somebody has said it already, or the passage was confirmed: the passage changes nothing.
    case known(school: String, schoolClass: String)
    /// The class says no level, or the town has not said which primary school follows.
    case unclear

    /// What the rule says of a child.
    ///
    /// - Parameter successions: the primary school after each nursery school, by name.
    init(school: String, schoolClass: String, successions: [String: String]) {
        guard let level = SchoolLevel(schoolClass: schoolClass) else {
            self = .unclear
            return
        }
        guard let next = level.next else {
            self = .leaves
            return
        }
        if level == .gs, successions[school] == nil, school.lowercased().contains("maternelle") {
            self = .unclear
            return
        }
        self = .moves(school: level == .gs ? successions[school] ?? school : school, schoolClass: next.name)
    }
}

/// A child of a passage: where it is, and where it goes.
package struct PassageLine: Hashable, Sendable {
    package let child: Identifier<Child>
    package let firstName: String
    package let lastName: String
    package let school: String
    package let schoolClass: String
    package let step: PassageStep
}

/// A passage before it is confirmed, or after.
package struct PassagePreview: Sendable {
    package let year: SchoolYear
    /// By school, then by name.
    package let lines: [PassageLine]
    /// nil while nobody has confirmed it.
    package let confirmed: YearPassage?

    /// The schools with their children, by name.
    package var schools: [(name: String, lines: [PassageLine])] {
        Dictionary(grouping: lines, by: \.school).map { (name: $0.key, lines: $0.value) }.sorted { $0.name < $1.name }
    }
}

/// Why a passage cannot be confirmed or taken back.
package enum PassageRefusal: Error, Hashable, Sendable {
    case confirmedAlready
    case notConfirmed
    /// The year has started: each child is corrected by itself.
    case started
    case nobody

    package var french: String {
        switch self {
        case .confirmedAlready: "Le passage est déjà confirmé\u{A0}: corrigez les enfants un par un, ou annulez-le d'abord."
        case .notConfirmed: "Ce passage n'est pas confirmé, ou il a déjà été annulé."
        case .started: "L'année scolaire a commencé\u{A0}: le passage ne s'annule plus. Corrigez les enfants un par un."
        case .nobody: "Aucun enfant ne change de classe\u{A0}: il n'y a rien à confirmer."
        }
    }
}
