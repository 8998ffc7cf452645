/// A household's quotient for a time, and where it comes from.
package struct HouseholdIncome: Hashable, Sendable {
    /// What the quotient rests on.
    package enum Source: Hashable, Sendable {
        /// Computed from what the family has declared.
        case declared(FamilyQuotient)
        /// Given by the CAF or the MSA: no computation comes before it.
        case official(OfficialQuotient, Origin)
    }

    /// How an official quotient came here.
    package enum Origin: String, CaseIterable, Hashable, Sendable {
        case particulier = "api"
        /// Read by the staff on a certificate of the family's.
        case certificate = "attestation"
    }

    package let id: Identifier<HouseholdIncome>
    package let source: Source
    package let days: ClosedRange<CivilDate>
    package let declaredAt: Instant
    /// "Marie Dupont": who declared it, or who asked.
    package let declaredBy: String
    /// When it was checked: by the staff, or by its origin; nil while nobody has.
    package let verifiedAt: Instant?

    package var quotient: Cents {
        switch source {
        case .declared(let facts): facts.value
        case .official(let official, _): official.value
        }
    }

    package var isOfficial: Bool { facts == nil }

    /// What the family declared; nil for an official quotient.
    package var facts: FamilyQuotient? {
        guard case .declared(let facts) = source else { return nil }
        return facts
    }
}

extension [HouseholdIncome] {
    /// The one that counts on a day: the latest of the CAF's or the MSA's, else the latest that was checked, else the latest declared.
    package func current(on day: CivilDate) -> HouseholdIncome? {
        let valid = filter { $0.days.contains(day) }
        return valid.first(where: \.isOfficial) ?? valid.first { $0.verifiedAt != nil } ?? valid.first
    }
}

/// The last declaration of a household, which nobody has checked.
package struct UnverifiedIncome: Hashable, Sendable {
    package let household: Identifier<Household>
    package let householdName: String
    package let income: HouseholdIncome
}
