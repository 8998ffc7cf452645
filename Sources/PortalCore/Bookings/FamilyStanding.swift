/// What decides which families come first: may book first, or are ahead in a line.
package struct FamilyStanding: Sendable {
    /// The households whose address is in the town.
    let residents: Set<Identifier<Household>>
    /// What the staff have noted of the households, whatever the days.
    let marks: [Identifier<Household>: [DatedMark]]
    /// The enrolments of the children, past ones included.
    let enrolments: [Identifier<Child>: [Enrolment]]
    /// The children of each household, also those whom the adult does not see.
    var children: [Identifier<Household>: Set<Identifier<Child>>] = [:]

    package static let none = FamilyStanding(residents: [], marks: [:], enrolments: [:])

    /// Whether a child that a household books for is of a kind on a day: the day that is booked, whenever that is done.
    ///
    /// - Parameter schools: those of the window, for the kind that names them.
    func has(
        _ kind: PriorityKind,
        _ child: Identifier<Child>,
        school: String,
        payer: Identifier<Household>?,
        in activity: Identifier<Activity>,
        on day: CivilDate,
        schools: [String] = []
    ) -> Bool {
        if let payer, let mark = kind.mark, marks[payer]?.contains(where: { $0.mark == mark && $0.days.cover(day) }) == true { return true }
        switch kind {
        case .residents: return payer.map(residents.contains) ?? false
        case .marked: return false
        case .schools: return schools.contains(school)
        case .returning:
            let yearBefore = SchoolYear(startYear: SchoolYear(containing: day).startYear - 1).days
            return enrolments[child]?.contains {
                $0.activity == activity && $0.firstDay <= yearBefore.upperBound && $0.lastDay >= yearBefore.lowerBound
            } ?? false
        }
    }

    /// The days of a mark that a household has, but not on this one; nil where it has it, or never had.
    func otherDays(of mark: HouseholdMark, _ household: Identifier<Household>?, on day: CivilDate) -> MarkDays? {
        let noted = household.flatMap { marks[$0] }?.filter { $0.mark == mark }.map(\.days) ?? []
        return noted.contains { $0.cover(day) } ? nil : noted.last
    }
}

extension FamilyStanding {
    /// Reads it, where an activity of the town asks for it.
    init(of access: HouseholdAccess, in catalogue: PortalCatalogue, _ transaction: any Transaction) throws {
        let asksForSiblings = catalogue.activities.contains { $0.waitingOrder.criteria.contains(.siblings) }
        guard !catalogue.priorities.isEmpty || asksForSiblings else {
            self = .none
            return
        }
        let residents = access.families.map(\.household).filter { catalogue.settings.isResident($0.address) }
        let enrolments = try access.children.map { ($0.id, try EnrolmentStore(transaction).enrolments(of: $0.id)) }
        self.init(
            residents: Set(residents.map(\.id)),
            marks: try HouseholdMarkStore(transaction).marks(of: access.adult.id),
            enrolments: Dictionary(enrolments, uniquingKeysWith: { first, _ in first })
        )
        if asksForSiblings { children = try FamilyStore(transaction).childrenByHousehold(of: access.adult.id) }
    }
}

extension PortalSettings {
    /// Whether an address is in a town, or under a postal code, whose families are residents.
    package func isResident(_ address: PostalAddress) -> Bool {
        residents.contains { [NameKey.folded(address.city), address.postalCode.digits].contains(NameKey.folded($0)) }
    }
}

extension PortalCatalogue {
    /// The kinds of family that an activity lets come first, in the order of the definition.
    package var priorities: [PriorityKind] {
        activities.flatMap { $0.terms.windows.flatMap(\.priorities).map(\.kind) + $0.waitingOrder.kinds }.eachOnce
    }

    /// Whether living in the town makes a difference somewhere.
    package var ranksResidents: Bool { priorities.contains(.residents) }

    /// The marks that the staff may give: those that the town names, and those that a priority asks for.
    package var marks: [HouseholdMark] { (settings.marks + priorities.compactMap(\.mark)).eachOnce }
}

extension Array where Element: Hashable {
    /// The same without what comes again.
    fileprivate var eachOnce: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
