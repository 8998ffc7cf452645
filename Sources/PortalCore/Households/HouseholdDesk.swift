/// What the staff do with families: read them, say what adults are to children, delete contacts.
package struct HouseholdDesk: Sendable {
    let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// A family with what each of its adults is to each of its children, and the children's entourage.
    package func file(of household: Identifier<Household>) throws -> HouseholdFile? {
        try portal.database.read { transaction in
            guard let family = try FamilyStore(transaction).family(household) else { return nil }
            let relations = ChildRelationStore(transaction)
            let contacts = ContactStore(transaction)
            let addresses = UnreachableAddressStore(transaction)
            return HouseholdFile(
                family: family,
                relations: try Dictionary(uniqueKeysWithValues: family.adults.map { ($0.id, try relations.relations(of: $0.id)) }),
                contacts: try Dictionary(uniqueKeysWithValues: family.children.map { ($0.id, try contacts.contacts(of: $0.id)) }),
                withAccount: try AccountStore(transaction).adultsWithAccount(in: household),
                unreachable: try family.adults.compactMap { adult in try adult.email.flatMap { try addresses.address($0) } }
            )
        }
    }

    /// Notes what an adult of a household is to one of its children.
    ///
    /// - Throws: `HouseholdRefusal.unknown` when one of them does not belong to the household.
    package func put(
        _ relation: ChildRelation,
        of adult: Identifier<Adult>,
        to child: Identifier<Child>,
        in household: Identifier<Household>,
        by member: Identifier<StaffMember>
    ) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            try transaction.lock("child:\(child.rawValue)")
            guard let family = try FamilyStore(transaction).family(household), let known = family.children.first(where: { $0.id == child }),
                family.adults.contains(where: { $0.id == adult })
            else { throw HouseholdRefusal.unknown }
            let store = ChildRelationStore(transaction)
            let before = try store.relations(of: adult)[child] ?? .usual
            guard before != relation else { return }
            try store.put(relation, of: adult, to: child)
            if !relation.has(.sees) { try OutboxStore(transaction).withholdWaiting(to: adult, naming: known.firstName, at: now) }
            let detail = "enfant \(child.rawValue)\u{A0}: \(before.summary) → \(relation.summary)"
            try AuditLog.record(in: transaction, by: .staff(member), .relationChanged, on: adult, detail: detail, at: now)
        }
    }

    /// The contacts whose deletion parents wait for.
    package func askedRemovals() throws -> [(contact: ChildContact, childName: String)] {
        try portal.database.read { try ContactStore($0).askedRemovals() }
    }

    /// Deletes a contact, or keeps it against the parent's wish; the household that it belongs to.
    @discardableResult
    package func settleRemoval(
        of id: Identifier<ChildContact>,
        deleting: Bool,
        by member: Identifier<StaffMember>
    ) async throws -> Identifier<Household> {
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            let store = ContactStore(transaction)
            guard let contact = try store.contact(id) else { throw HouseholdRefusal.unknown }
            let asker = try store.removalAsker(of: id)
            if deleting { try store.delete(id) } else { try store.askRemoval(of: id, by: nil, at: now) }
            let detail = "enfant \(contact.child.rawValue)"
            try AuditLog.record(in: transaction, by: .staff(member), deleting ? .contactDeleted : .contactKept, on: id, detail: detail, at: now)
            if let asker, let owner = try AccountOwnerStore(transaction).owner(of: asker), let email = owner.email,
                let settings = try PortalCatalogueStore(transaction).load()?.settings
            {
                let mail = Mail.removal(of: contact.details, isDeleted: deleting, to: email, salutation: owner.salutation, from: settings)
                try OutboxStore(transaction).enqueue(mail, to: asker, at: now)
            }
            return contact.household
        }
    }
}

/// A family as the staff read it.
package struct HouseholdFile: Sendable {
    package let family: Family
    private let relations: [Identifier<Adult>: [Identifier<Child>: ChildRelation]]
    private let contacts: [Identifier<Child>: [ChildContact]]
    private let withAccount: Set<Identifier<Adult>>
    private let unreachable: [UnreachableAddress]

    init(
        family: Family,
        relations: [Identifier<Adult>: [Identifier<Child>: ChildRelation]],
        contacts: [Identifier<Child>: [ChildContact]],
        withAccount: Set<Identifier<Adult>>,
        unreachable: [UnreachableAddress]
    ) {
        self.family = family
        self.relations = relations
        self.contacts = contacts
        self.withAccount = withAccount
        self.unreachable = unreachable
    }

    package func relation(of adult: Identifier<Adult>, to child: Identifier<Child>) -> ChildRelation { relations[adult]?[child] ?? .usual }

    /// Also those that the child's other household has named.
    package func contacts(of child: Identifier<Child>) -> [ChildContact] { contacts[child] ?? [] }

    package func hasAccount(_ adult: Identifier<Adult>) -> Bool { withAccount.contains(adult) }

    /// What is held against an adult's address; nil when it answers, or when there is none.
    package func unreachableAddress(of adult: Adult) -> UnreachableAddress? {
        unreachable.first { $0.email.text == adult.email?.text.lowercased() }
    }
}

extension ChildRelation {
    /// What the journal keeps of a change.
    fileprivate var summary: String {
        ([kinship.rawValue, standing.rawValue] + ChildRight.allCases.filter(has).map(\.rawValue)).joined(separator: " ")
    }
}
