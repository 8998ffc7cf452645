/// The proof that a signed-in adult may reach certain households: everything about a household is asked of it.
///
/// There is no other way to make one than to look the adult's memberships up, and nothing of a stranger's can be reached through it.
package struct HouseholdAccess: Sendable {
    package let account: Identifier<Account>
    package let adult: Adult
    /// The adult's families, never empty, with the children that the adult may see: the others do not exist for it.
    package let families: [Family]
    /// What the town has noted of the adult and its children.
    private let relations: [Identifier<Child>: ChildRelation]
    /// Those whose children are all somebody else's to decide for.
    private let decidedByOthers: Set<Identifier<Household>>

    /// Looks up which households the account's adult belongs to; nil when there is no such account or its adult belongs to none.
    ///
    /// A household does not exist for an adult whom a court has barred from all its children: its address is theirs.
    package init?(account: Identifier<Account>, in transaction: any Transaction) throws {
        guard let adultID = try AccountStore(transaction).adult(of: account) else { return nil }
        let relations = try ChildRelationStore(transaction).relations(of: adultID)
        let whole = try FamilyStore(transaction).families(of: adultID).filter { family in
            family.children.isEmpty || family.children.contains { relations[$0.id]?.standing != .barred }
        }
        let families = whole.map { $0.keeping { relations[$0]?.has(.sees) ?? true } }
        guard let adult = families.first?.adults.first(where: { $0.id == adultID }) else { return nil }
        self.account = account
        self.adult = adult
        self.families = families
        self.relations = relations
        let others = whole.filter { family in
            !family.children.isEmpty && !family.children.contains { (relations[$0.id] ?? .usual).holdsAuthority }
        }
        decidedByOthers = Set(others.map(\.household.id))
    }

    /// The children of all the adult's households, each once, the oldest first.
    package var children: [Child] {
        var seen: Set<Identifier<Child>> = []
        return families.flatMap(\.children).filter { seen.insert($0.id).inserted }.sorted { ($0.birthDay, $0.id) < ($1.birthDay, $1.id) }
    }

    /// A child of one of the adult's households; nil for a stranger's, as for one that does not exist.
    package func child(_ id: Identifier<Child>) -> Child? { families.lazy.flatMap(\.children).first { $0.id == id } }

    /// What the adult is to a child of its own, and may do for it; nil for a stranger's.
    package func relation(to child: Identifier<Child>) -> ChildRelation? {
        self.child(child).map { relations[$0.id] ?? .usual }
    }

    /// Whether a child of one of the adult's households is kept from the adult.
    func isKeptFromAdult(_ child: Identifier<Child>) -> Bool { relations[child]?.has(.sees) == false }

    /// One of the adult's families; nil for a stranger's, as for one that does not exist.
    package func family(_ id: Identifier<Household>) -> Family? { families.first { $0.household.id == id } }

    /// Whether the adult decides for a household of its own: its address, its file of the year, what it earns. That takes parental authority over
    /// one of its children.
    package func decides(for household: Identifier<Household>) -> Bool { family(household) != nil && !decidedByOthers.contains(household) }

    /// - Throws: `HouseholdRefusal.unknown` for a household that is not the adult's, `noAuthorityInHousehold` where others decide.
    package func requireDecision(for household: Identifier<Household>) throws(HouseholdRefusal) {
        guard family(household) != nil else { throw .unknown }
        guard decides(for: household) else { throw .noAuthorityInHousehold }
    }

    /// - Throws: `HouseholdRefusal.unknown` for a stranger's child, `noAuthority` where the adult does not decide for it.
    package func requireAuthority(over child: Identifier<Child>) throws(HouseholdRefusal) {
        guard let relation = relation(to: child) else { throw .unknown }
        guard relation.holdsAuthority else { throw .noAuthority }
    }

    /// The children for whom the adult may book, the oldest first.
    package var bookableChildren: [Child] { children.filter { relation(to: $0.id)?.has(.books) == true } }

    /// The adult's households where a child lives, in their order; empty for a stranger's child.
    package func households(of child: Identifier<Child>) -> [Household] {
        families.filter { $0.custody(of: child) != nil }.map(\.household)
    }

    /// The other adults of the adult's households, each once: the co-représentants.
    package var coGuardians: [Adult] {
        var seen: Set<Identifier<Adult>> = [adult.id]
        return families.flatMap(\.adults).filter { seen.insert($0.id).inserted }
    }
}
