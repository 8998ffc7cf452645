/// What staff have noted about a household that rules ask for.
package enum HouseholdMark: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// Both parents, or the only one, work or look for work.
    case workingParents = "parents qui travaillent"
}
