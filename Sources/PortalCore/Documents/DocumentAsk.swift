/// A document that the town asks of a family, or lets it keep here: for whom, and where it stands.
package struct DocumentAsk: Hashable, Sendable {
    package let type: DocumentType
    package let subject: DocumentSubject
    /// "Léa", "foyer DUPONT".
    package let subjectName: String
    /// The household that it is filed under.
    package let household: Identifier<Household>
    package let standing: DocumentStanding

    package init(
        type: DocumentType,
        subject: DocumentSubject,
        subjectName: String,
        household: Identifier<Household>,
        standing: DocumentStanding
    ) {
        self.type = type
        self.subject = subject
        self.subjectName = subjectName
        self.household = household
        self.standing = standing
    }

    /// Whether the family has something to do: a document is missing, was refused or is over.
    package var isOpen: Bool { type.demand != .optional && !standing.isFulfilled }
}

/// Everything that is asked of an adult's families.
struct DocumentAsks {
    private let types: [DocumentType]
    private let facts: [Key: [DocumentFact]]
    private let enrolled: [Identifier<Child>: Set<String>]
    private let today: CivilDate

    private struct Key: Hashable {
        let type: String
        let subject: DocumentSubject
    }

    /// - Parameters:
    ///   - facts: the latest first.
    ///   - enrolled: the codes of the activities in which each child is enrolled now or later.
    init(_ types: [DocumentType], _ facts: [DocumentFact], enrolled: [Identifier<Child>: Set<String>], on today: CivilDate) {
        self.types = types
        self.facts = Dictionary(grouping: facts) { Key(type: $0.typeCode, subject: $0.subject) }
        self.enrolled = enrolled
        self.today = today
    }

    /// In the town's order of types, then by family and child: what this adult may see of it.
    ///
    /// - Parameter unseen: also what it may not, because it counts all the same.
    func all(of access: HouseholdAccess, unseen: Bool = false) -> [DocumentAsk] {
        let households = Set(access.families.map(\.household.id))
        let asks = types.flatMap { type -> [DocumentAsk] in
            switch type.scope {
            case .household: access.families.filter { isAsked(type, of: $0) }.map { ask(type, of: $0.household, households) }
            case .child:
                access.children.compactMap { child in
                    guard let home = access.households(of: child.id).first, isAsked(type, of: child.id)
                    else {
                        return nil
                    }
                    return ask(type, .child(child.id), child.firstName, home.id, households)
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
            case .household: isAsked(type, of: family) ? [ask(type, of: home, [home.id])] : []
            case .child:
                family.children.filter { isAsked(type, of: $0.id) }.map { ask(type, .child($0.id), $0.firstName, home.id, [home.id]) }
            case .adult: family.adults.map { ask(type, .adult($0.id), $0.firstName, home.id, [home.id]) }
            }
        }
    }

    private func isAsked(_ type: DocumentType, of family: Family) -> Bool {
        type.activities.isEmpty || family.children.contains { isAsked(type, of: $0.id) }
    }

    private func isAsked(_ type: DocumentType, of child: Identifier<Child>) -> Bool {
        type.activities.isEmpty || !(enrolled[child] ?? []).isDisjoint(with: type.activities)
    }

    private func ask(_ type: DocumentType, of home: Household, _ households: Set<Identifier<Household>>) -> DocumentAsk {
        ask(type, .household(home.id), "foyer \(home.name)", home.id, households)
    }

    private func ask(
        _ type: DocumentType,
        _ subject: DocumentSubject,
        _ name: String,
        _ household: Identifier<Household>,
        _ households: Set<Identifier<Household>>
    ) -> DocumentAsk {
        let standing = DocumentStanding(of: facts[Key(type: type.code, subject: subject)] ?? [], households: households, on: today)
        return DocumentAsk(type: type, subject: subject, subjectName: name, household: household, standing: standing)
    }
}
