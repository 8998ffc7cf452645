/// A household's quotient for a time, and where it comes from.
package struct HouseholdIncome: Hashable, Sendable {
    package let id: Identifier<HouseholdIncome>
    package let facts: FamilyQuotient
    package let days: ClosedRange<CivilDate>
    package let declaredAt: Instant
    /// "Marie Dupont".
    package let declaredBy: String
    /// When the staff checked it; nil while they have not.
    package let verifiedAt: Instant?
}
