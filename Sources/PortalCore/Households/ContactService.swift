/// The entourage of children. Parents add and correct; only the staff delete, when a parent asks for it.
package struct ContactService: Sendable {
    private static let mostContacts = 20

    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// The people whom the adult's own households have named around a child.
    ///
    /// - Throws: `HouseholdRefusal.unknown` for a child that is not the adult's.
    package func contacts(of child: Identifier<Child>, for access: HouseholdAccess) throws -> [ChildContact] {
        guard access.child(child) != nil else { throw HouseholdRefusal.unknown }
        return try portal.database.read { try ContactStore($0).contacts(of: child) }.filter { access.family($0.household) != nil }
    }

    /// One of them.
    package func contact(_ id: Identifier<ChildContact>, of child: Identifier<Child>, for access: HouseholdAccess) throws -> ChildContact {
        guard let contact = try contacts(of: child, for: access).first(where: { $0.id == id }) else { throw HouseholdRefusal.unknown }
        return contact
    }

    /// Adds somebody around one or several children.
    package func add(_ details: ContactDetails, around children: [Identifier<Child>], by account: Identifier<Account>) async throws {
        try await changing(account) { desk in
            for child in children { try desk.add(details, around: child) }
        }
    }

    /// Gives a child the contacts of a sibling that it does not have yet; how many were copied.
    @discardableResult
    package func copy(from sibling: Identifier<Child>, to child: Identifier<Child>, by account: Identifier<Account>) async throws -> Int {
        try await changing(account) { desk in
            let known = Set(try desk.contacts(of: child).map(\.details.nameKey))
            let missing = try desk.contacts(of: sibling).filter { !known.contains($0.details.nameKey) }
            for contact in missing { try desk.add(contact.details, around: child) }
            return missing.count
        }
    }

    package func correct(_ id: Identifier<ChildContact>, to details: ContactDetails, by account: Identifier<Account>) async throws {
        try await changing(account) { try $0.correct(id, to: details) }
    }

    /// Asks the staff to delete a contact, or takes that back.
    package func askRemoval(of id: Identifier<ChildContact>, _ isAsked: Bool, by account: Identifier<Account>) async throws {
        try await changing(account) { try $0.askRemoval(of: id, isAsked) }
    }

    private func changing<Result: Sendable>(
        _ account: Identifier<Account>,
        _ body: @escaping @Sendable (ContactDesk) throws -> Result
    ) async throws -> Result {
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            guard let access = try HouseholdAccess(account: account, in: transaction) else { throw HouseholdRefusal.unknown }
            for child in access.children.map(\.id).sorted() { try transaction.lock("child:\(child.rawValue)") }
            return try body(ContactDesk(transaction: transaction, access: access, mostContacts: Self.mostContacts, now: now))
        }
    }
}

/// A parent's acts on the entourage, inside one transaction.
private struct ContactDesk {
    let transaction: any Transaction
    let access: HouseholdAccess
    let mostContacts: Int
    let now: Instant

    func contacts(of child: Identifier<Child>) throws -> [ChildContact] {
        try access.requireAuthority(over: child)
        return try ContactStore(transaction).contacts(of: child).filter { access.family($0.household) != nil }
    }

    func add(_ details: ContactDetails, around child: Identifier<Child>) throws {
        let known = try contacts(of: child)
        guard known.count < mostContacts else {
            throw HouseholdRefusal.tooMany("Un enfant a \(mostContacts) contacts au plus\u{A0}: demandez la suppression de ceux qui ne servent plus.")
        }
        guard let household = access.households(of: child).first?.id else { throw HouseholdRefusal.unknown }
        let id = try ContactStore(transaction).insert(details, around: child, of: household, at: now)
        try note(.contactAdded, id, "enfant \(child.rawValue)")
    }

    func correct(_ id: Identifier<ChildContact>, to details: ContactDetails) throws {
        let contact = try own(id)
        guard contact.details != details else { return }
        try ContactStore(transaction).update(id, to: details)
        try note(.contactCorrected, id, "enfant \(contact.child.rawValue)\u{A0}: \(contact.details.changes(to: details))")
    }

    func askRemoval(of id: Identifier<ChildContact>, _ isAsked: Bool) throws {
        let contact = try own(id)
        guard (contact.removalAskedAt != nil) != isAsked else { return }
        try ContactStore(transaction).askRemoval(of: id, by: isAsked ? access.account : nil, at: now)
        try note(isAsked ? .contactRemovalAsked : .contactRemovalTakenBack, id, "enfant \(contact.child.rawValue)")
    }

    private func own(_ id: Identifier<ChildContact>) throws -> ChildContact {
        guard let contact = try ContactStore(transaction).contact(id), access.family(contact.household) != nil else { throw HouseholdRefusal.unknown }
        try access.requireAuthority(over: contact.child)
        return contact
    }

    private func note(_ act: AuditAct, _ id: Identifier<ChildContact>, _ detail: String) throws {
        try AuditLog.record(in: transaction, by: .account(access.account), act, on: id, detail: detail, at: now)
    }
}

extension ContactDetails {
    /// What the journal keeps of a correction: which of it changed.
    fileprivate func changes(to other: ContactDetails) -> String {
        let changes = [
            fullName == other.fullName ? nil : "nom", kinship == other.kinship ? nil : "lien", phone == other.phone ? nil : "téléphone",
            picksUp == other.picksUp ? nil : "cherche", callFirst == other.callFirst ? nil : "appel",
            isForbidden == other.isForbidden ? nil : "interdit",
        ]
        return changes.compactMap(\.self).joined(separator: ", ")
    }
}
