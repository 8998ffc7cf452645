/// What staff note about a household that rules ask for, by the name that the town gives it.
package struct HouseholdMark: RawRepresentable, Hashable, Sendable, DatabaseConvertible {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Both parents, or the only one, work or look for work.
    package static let workingParents = HouseholdMark(rawValue: "parents qui travaillent")
    /// The household counts as living in the town, whatever its address.
    package static let residents = HouseholdMark(rawValue: "résidents")
}
