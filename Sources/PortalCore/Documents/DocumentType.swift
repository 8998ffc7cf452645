/// A pièce justificative that the town asks of families.
package struct DocumentType: Hashable, Sendable {
    /// What identifies it in addresses and from one import to the next.
    package let code: String
    package let name: String
    /// What it is for, what must be on it, where to get it; empty where the name says all.
    package let purpose: String
    package let scope: DocumentScope
    package let validity: DocumentValidity
    package let demand: DocumentDemand
    /// The codes of the activities that it is asked for; empty: all of them.
    package let activities: [String]
    /// Whether it speaks of somebody's health: only who may read children's sheets reads it.
    package let isHealth: Bool
    /// The changes and declarations that it goes with: their forms ask for it.
    package let occasions: [DocumentOccasion]

    package init(
        code: String,
        name: String,
        purpose: String = "",
        scope: DocumentScope,
        validity: DocumentValidity,
        demand: DocumentDemand,
        activities: [String] = [],
        isHealth: Bool = false,
        occasions: [DocumentOccasion] = []
    ) {
        self.code = code
        self.name = name
        self.purpose = purpose
        self.scope = scope
        self.validity = validity
        self.demand = demand
        self.activities = activities
        self.isHealth = isHealth
        self.occasions = occasions
    }

    package func concerns(_ activity: Activity) -> Bool { activities.isEmpty || activities.contains(activity.code) }
}

/// Whose a document is. The raw value is the word of a portal's definition.
package enum DocumentScope: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case household = "foyer"
    case child = "enfant"
    case adult = "adulte"

    /// "une par foyer".
    package var french: String {
        switch self {
        case .household: "une pour le foyer"
        case .child: "une par enfant"
        case .adult: "une par adulte"
        }
    }
}

/// How much the town insists on a document. The raw value is the word of a portal's definition.
package enum DocumentDemand: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// Families may keep it here.
    case optional = "facultative"
    /// Families are reminded of it.
    case asked = "demandée"
    /// Nothing is booked without it.
    case blocking = "bloquante"

    package var french: String {
        switch self {
        case .optional: "Facultative"
        case .asked: "Demandée"
        case .blocking: "Obligatoire pour réserver"
        }
    }
}
