/// What an adult is to a child, and what that adult may do for it.
package struct ChildRelation: Hashable, Sendable {
    package let kinship: Kinship
    package let standing: ParentalStanding
    private let rights: Set<ChildRight>

    /// - Parameter rights: none are kept for an adult whom a court has barred; booking needs seeing.
    package init(kinship: Kinship, standing: ParentalStanding, rights: Set<ChildRight>) {
        self.kinship = kinship
        self.standing = standing
        if standing == .barred {
            self.rights = []
        } else {
            self.rights = rights.contains(.books) ? rights.union([.sees]) : rights
        }
    }

    package func has(_ right: ChildRight) -> Bool { rights.contains(right) }

    /// Whether this adult decides for the child in its file: its entourage, its health, its authorisations.
    package var holdsAuthority: Bool { standing == .authority && has(.sees) }

    /// What holds for the adults of a child's household while the town has noted nothing else.
    package static let usual = ChildRelation(kinship: .parent, standing: .authority, rights: Set(ChildRight.allCases))
}

/// What an adult may do for a child.
package enum ChildRight: String, CaseIterable, Hashable, Sendable {
    case sees = "voit"
    case books = "reserve"
    case pays = "paie"
    case picksUp = "cherche"

    package var french: String {
        switch self {
        case .sees: "Voit l'enfant dans le portail"
        case .books: "Peut réserver et annuler"
        case .pays: "Paie"
        case .picksUp: "Peut venir chercher l'enfant"
        }
    }
}

/// Whether an adult holds parental authority (Code civil, art. 371-1 and following).
package enum ParentalStanding: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case authority = "autorité"
    /// A step-parent or a grandparent: what the rights say, and no decision.
    case none = "sans"
    /// A court has withdrawn every right.
    case barred = "décision"

    package var french: String {
        switch self {
        case .authority: "Exerce l'autorité parentale"
        case .none: "Sans autorité parentale"
        case .barred: "Aucun droit, par décision de justice"
        }
    }
}

/// What an adult is to a child.
package enum Kinship: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case parent
    case mother = "mère"
    case father = "père"
    case stepParent = "beau-parent"
    case grandParent = "grand-parent"
    case guardian = "tuteur"
    case other = "autre"

    package var french: String {
        switch self {
        case .parent: "Parent"
        case .mother: "Mère"
        case .father: "Père"
        case .stepParent: "Beau-parent"
        case .grandParent: "Grand-parent"
        case .guardian: "Tuteur ou tutrice"
        case .other: "Autre"
        }
    }
}
