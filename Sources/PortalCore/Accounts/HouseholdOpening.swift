/// Lets an adult into what a clé enfance opens: a household, or one child of it.
struct HouseholdOpening {
    let transaction: any Transaction
    let key: ActivationKeyStore.Issued

    /// Whether the town has decided that the adult does not see the child of the key.
    func isClosed(to adult: Identifier<Adult>) throws -> Bool {
        guard let child = key.child else { return false }
        let relations = ChildRelationStore(transaction)
        return try !relations.awaitedChildren(of: adult).contains(child) && relations.relations(of: adult)[child]?.has(.sees) == false
    }

    /// Whether the adult reaches all of it already.
    func isOpen(to adult: Identifier<Adult>, in family: Family) throws -> Bool {
        guard family.adults.contains(where: { $0.id == adult }) else { return false }
        let awaited = try ChildRelationStore(transaction).awaitedChildren(of: adult)
        return key.child.map { !awaited.contains($0) } ?? family.children.allSatisfy { !awaited.contains($0.id) }
    }

    /// Shows the adult, already a member of the household, what the key opens.
    ///
    /// - Parameter isJoining: whether the adult has just come in. Then the household's other children stay hidden, unless the town has noted what
    ///   the adult is to them.
    func open(to adult: Identifier<Adult>, in family: Family, isJoining: Bool) throws {
        let relations = ChildRelationStore(transaction)
        guard let child = key.child else {
            for child in family.children { try relations.reveal(child.id, to: adult) }
            return
        }
        try relations.reveal(child, to: adult)
        guard isJoining else { return }
        let noted = try relations.relations(of: adult)
        for other in family.children where other.id != child && noted[other.id] == nil { try relations.hide(other.id, from: adult) }
    }
}
