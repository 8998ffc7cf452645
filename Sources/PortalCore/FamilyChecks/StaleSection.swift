/// A part of a family's file that needs to be looked at again.
package enum StaleSection: String, CaseIterable, Hashable, Sendable {
    /// An adult's address no longer answers, or no telephone number is known.
    case coordinates = "coordonnees"
    /// A child's class is the one of a year before.
    case school = "ecole"
    /// The sheet of a child that is enrolled says nothing, or nothing since a year.
    case sheet = "fiche"
    /// A quotient was known, and holds no longer.
    case quotient = "quotient"

    package var french: String {
        switch self {
        case .coordinates: "Coordonnées"
        case .school: "École et classe"
        case .sheet: "Fiche sanitaire"
        case .quotient: "Quotient familial"
        }
    }

    /// Why a parent is asked to look at it.
    package var reason: String {
        switch self {
        case .coordinates: "un téléphone manque, ou une adresse e-mail ne répond plus"
        case .school: "la classe est celle de l'an dernier"
        case .sheet: "la fiche d'un enfant inscrit est vide, ou a plus d'un an"
        case .quotient: "le quotient n'est plus valable"
        }
    }
}

/// How a family's file of the year stands, for the staff.
package struct FamilyCheckLine: Hashable, Sendable {
    package let household: Identifier<Household>
    package let name: String
    /// nil while nobody has certified the file.
    package let check: YearlyCheck?
    /// In their usual order.
    package let stale: [StaleSection]
    /// When an adult of the household was last reminded for this school year.
    package let remindedAt: Instant?
    /// Whether an adult of the household has an account with an address.
    package let isReachable: Bool
}

/// Which families a list shows.
package struct FamilyCheckFilter: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable {
        case missing = "a-certifier"
        case certified = "certifies"

        package var french: String {
            switch self {
            case .missing: "À certifier"
            case .certified: "Certifiés"
            }
        }
    }

    package var state: State?
    package var section: StaleSection?

    package init(state: State? = nil, section: StaleSection? = nil) {
        self.state = state
        self.section = section
    }

    package func keeps(_ line: FamilyCheckLine) -> Bool {
        (state == nil || (state == .certified) == (line.check != nil)) && (section.map { line.stale.contains($0) } ?? true)
    }
}
