/// A document that the town asks of a family, or lets it keep here: for whom, and where it stands.
package struct DocumentAsk: Hashable, Sendable {
    package let type: DocumentType
    package let subject: DocumentSubject
    /// "Léa", "foyer DUPONT".
    package let subjectName: String
    /// The household that it is filed under.
    package let household: Identifier<Household>
    package let standing: DocumentStanding
    /// The outings for which alone it is asked, of who books them; empty where it is asked in any case.
    package let outings: [Activity]

    package init(
        type: DocumentType,
        subject: DocumentSubject,
        subjectName: String,
        household: Identifier<Household>,
        standing: DocumentStanding,
        outings: [Activity] = []
    ) {
        self.outings = outings
        self.type = type
        self.subject = subject
        self.subjectName = subjectName
        self.household = household
        self.standing = standing
    }

    /// Whether the family has something to do: a document is missing, was refused or is over.
    package var isOpen: Bool { type.demand != .optional && outings.isEmpty && !standing.isFulfilled }

    /// Whether nothing of what it is asked for is booked before it is sent.
    var isBlocking: Bool { type.demand == .blocking && !standing.isFulfilled }
}

/// Everything that is asked of an adult's families.
struct DocumentAsks {
    private let types: [DocumentType]
    private let facts: [Key: [DocumentFact]]
    private let enrolled: [Identifier<Child>: Set<String>]
    private let invited: [Identifier<Child>: [Activity]]
    private let today: CivilDate

    private struct Key: Hashable {
        let type: String
        let subject: DocumentSubject
    }

    /// - Parameters:
    ///   - facts: the latest first.
    ///   - enrolments: the children's, those that have not ended.
    init(_ catalogue: PortalCatalogue, _ facts: [DocumentFact], _ enrolments: [Enrolment], of children: [Child], on today: CivilDate) {
        types = catalogue.settings.documents
        self.facts = Dictionary(grouping: facts) { Key(type: $0.typeCode, subject: $0.subject) }
        let codes = enrolments.map { ($0.child, Set([catalogue.activity($0.activity)?.code].compactMap(\.self))) }
        enrolled = Dictionary(codes) { $0.union($1) }
        let outings = OutingEnrolments(in: catalogue, from: today, through: today.adding(days: Self.daysAhead))
        let given = Dictionary(grouping: outings.given(to: children, besides: enrolments), by: \.child)
        invited = given.mapValues { given in catalogue.activities.filter { activity in given.contains { $0.activity == activity.id } } }
        self.today = today
    }

    /// How far enrolments and outings are looked for, in days: a school year, and the holidays around it.
    static let daysAhead = 400

    /// In the town's order of types, then by family and child: what this adult may see of it.
    ///
    /// - Parameter unseen: also what it may not, because it counts all the same.
    func all(of access: HouseholdAccess, unseen: Bool = false) -> [DocumentAsk] {
        let households = Set(access.families.map(\.household.id))
        let asks = types.flatMap { type -> [DocumentAsk] in
            switch type.scope {
            case .household:
                access.families.compactMap { family in
                    outings(asking: type, of: family.children).map { ask(type, of: family.household, households, $0) }
                }
            case .child:
                access.children.compactMap { child in
                    guard let home = access.households(of: child.id).first, let outings = outings(asking: type, of: [child]) else { return nil }
                    return ask(type, .child(child.id), child.firstName, home.id, households, outings)
                }
            case .adult:
                access.families.first.map { [ask(type, .adult(access.adult.id), access.adult.firstName, $0.household.id, households)] } ?? []
            }
        }
        return asks.filter { unseen || access.maySee($0.subject, isHealth: $0.type.isHealth) }
    }

    /// The same for the staff: of a whole family.
    func all(of family: Family) -> [DocumentAsk] {
        let home = family.household
        return types.flatMap { type -> [DocumentAsk] in
            switch type.scope {
            case .household: outings(asking: type, of: family.children).map { [ask(type, of: home, [home.id], $0)] } ?? []
            case .child:
                family.children.compactMap { child in
                    outings(asking: type, of: [child]).map { ask(type, .child(child.id), child.firstName, home.id, [home.id], $0) }
                }
            case .adult: family.adults.map { ask(type, .adult($0.id), $0.firstName, home.id, [home.id]) }
            }
        }
    }

    /// The outings for which alone a document is asked about these children; empty where it is asked in any case, nil where it is not.
    private func outings(asking type: DocumentType, of children: [Child]) -> [Activity]? {
        if type.activities.isEmpty || children.contains(where: { !(enrolled[$0.id] ?? []).isDisjoint(with: type.activities) }) { return [] }
        // Nobody is enrolled in an outing before it is booked: only what has to come first is asked by then.
        guard type.demand == .blocking else { return nil }
        let outings = children.flatMap { invited[$0.id] ?? [] }.filter(type.concerns)
        return outings.isEmpty ? nil : outings.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func ask(_ type: DocumentType, of home: Household, _ households: Set<Identifier<Household>>, _ outings: [Activity]) -> DocumentAsk {
        ask(type, .household(home.id), "foyer \(home.name)", home.id, households, outings)
    }

    private func ask(
        _ type: DocumentType,
        _ subject: DocumentSubject,
        _ name: String,
        _ household: Identifier<Household>,
        _ households: Set<Identifier<Household>>,
        _ outings: [Activity] = []
    ) -> DocumentAsk {
        let standing = DocumentStanding(of: facts[Key(type: type.code, subject: subject)] ?? [], households: households, on: today)
        return DocumentAsk(type: type, subject: subject, subjectName: name, household: household, standing: standing, outings: outings)
    }
}
