/// What decides which families may book first.
package struct FamilyStanding: Sendable {
    /// The adult's households that live in the town.
    let residents: Set<Identifier<Household>>
    /// The adult's households whose parents work.
    let working: Set<Identifier<Household>>
    /// The enrolments of the adult's children, past ones included.
    let enrolments: [Identifier<Child>: [Enrolment]]

    package static let none = FamilyStanding(residents: [], working: [], enrolments: [:])

    /// The kinds of family that a child is of, for the days of a window.
    func kinds(of child: Child, payer: Identifier<Household>?, activity: Identifier<Activity>, window: BookingWindow) -> Set<PriorityKind> {
        var kinds: Set<PriorityKind> = []
        if let payer, residents.contains(payer) { kinds.insert(.residents) }
        if let payer, working.contains(payer) { kinds.insert(.working) }
        if window.schools.contains(child.schooling.school(on: window.days.lowerBound)) { kinds.insert(.schools) }
        let yearBefore = SchoolYear(startYear: SchoolYear(containing: window.days.lowerBound).startYear - 1).days
        let wasEnrolled = enrolments[child.id]?.contains {
            $0.activity == activity && $0.firstDay <= yearBefore.upperBound && $0.lastDay >= yearBefore.lowerBound
        }
        if wasEnrolled == true { kinds.insert(.returning) }
        return kinds
    }
}

extension FamilyStanding {
    /// Reads it, where an activity of the town asks for it.
    init(of access: HouseholdAccess, in catalogue: PortalCatalogue, _ transaction: any Transaction) throws {
        guard catalogue.activities.contains(where: { $0.terms.windows.contains { !$0.priorities.isEmpty } }) else {
            self = .none
            return
        }
        let places = Set(catalogue.settings.residents.map { NameKey.folded($0) })
        let residents = access.families.map(\.household).filter {
            places.contains(NameKey.folded($0.address.city)) || places.contains($0.address.postalCode.digits)
        }
        let children = access.children.map(\.id)
        let enrolments = try children.map { ($0, try EnrolmentStore(transaction).enrolments(of: $0)) }
        self.init(
            residents: Set(residents.map(\.id)),
            working: try HouseholdMarkStore(transaction).marked(.workingParents, of: access.adult.id),
            enrolments: Dictionary(enrolments, uniquingKeysWith: { first, _ in first })
        )
    }
}
