/// What the staff need at hand when something happens to a child (fiche d'urgence): whom to call, who fetches it, what its health asks for.
package struct EmergencySheet: Hashable, Sendable {
    /// Whether health is on the sheet, and if not why.
    package enum Health: Hashable, Sendable {
        case shown
        /// The reader may not read children's sheets.
        case notForReader
        /// The day is over: nobody needs it any more.
        case dayOver
    }

    package struct Section: Hashable, Sendable {
        /// A group, a school or a class.
        package let title: String
        /// By last name, then first name.
        package let entries: [EmergencyEntry]

        package init(title: String, entries: [EmergencyEntry]) {
            self.title = title
            self.entries = entries
        }
    }

    package let title: String
    package let health: Health
    package let sections: [Section]

    package init(title: String, health: Health, sections: [Section]) {
        self.title = title
        self.health = health
        self.sections = sections
    }

    /// Everybody on it.
    var children: [Identifier<Child>] { sections.flatMap { $0.entries.map(\.child.id) } }
}

/// A child of an emergency sheet.
package struct EmergencyEntry: Hashable, Sendable {
    package let child: Child
    package let isUnexpected: Bool
    /// "Soir : part à 17 h 30", for each unit of which the family has said its times.
    package let times: [String]
    /// "Marie Dupont (mère) 06 12 34 56 78".
    package let toCall: [String]
    package let picksUp: [String]
    package let forbidden: [String]
    /// nil where the sheet shows no health.
    package let health: EmergencyHealth?

    package init(
        child: Child,
        isUnexpected: Bool,
        times: [String],
        toCall: [String],
        picksUp: [String],
        forbidden: [String],
        health: EmergencyHealth?
    ) {
        self.child = child
        self.isUnexpected = isUnexpected
        self.times = times
        self.toCall = toCall
        self.picksUp = picksUp
        self.forbidden = forbidden
        self.health = health
    }
}

/// What of a child's sheet (fiche sanitaire) matters at once.
package struct EmergencyHealth: Hashable, Sendable {
    private let words: [EmergencyField: String]
    /// Whether the parents have filled the sheet in at all.
    package let isFilledIn: Bool
    /// The child may be taken to hospital.
    package let hospital: Bool
    package let leavesAlone: Bool

    package init(words: [EmergencyField: String], isFilledIn: Bool, hospital: Bool, leavesAlone: Bool) {
        self.words = words
        self.isFilledIn = isFilledIn
        self.hospital = hospital
        self.leavesAlone = leavesAlone
    }

    /// nil where nothing was told.
    package subscript(_ field: EmergencyField) -> String? { words[field] }

    package var hospitalWords: String { isFilledIn ? (hospital ? "Autorisée" : "Non autorisée") : "Fiche non remplie" }
}

/// A part of an emergency sheet, in the order in which it is read.
package enum EmergencyField: CaseIterable, Hashable, Sendable {
    case allergies, carePlan, treatments, meals, doctor

    package var french: String {
        switch self {
        case .allergies: "Allergies"
        case .carePlan: "PAI"
        case .treatments: "Traitements"
        case .meals: "Repas"
        case .doctor: "Médecin"
        }
    }
}
