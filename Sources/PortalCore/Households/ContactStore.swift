/// Reads and writes the entourage of children.
package struct ContactStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Notes somebody around a child, for one of its households.
    @discardableResult
    package func insert(
        _ details: ContactDetails,
        around child: Identifier<Child>,
        of household: Identifier<Household>,
        at now: Instant
    ) throws -> Identifier<ChildContact> {
        let id: Identifier<ChildContact>? = try transaction.first(
            """
            INSERT INTO child_contacts (child_id, household_id, first_name, last_name, kinship, phone, picks_up, call_first, forbidden, added_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id
            """,
            child,
            household,
            details.firstName,
            details.lastName,
            details.kinship,
            details.phone,
            details.picksUp,
            details.callFirst,
            details.isForbidden,
            now,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    func update(_ id: Identifier<ChildContact>, to details: ContactDetails) throws {
        try transaction.execute(
            """
            UPDATE child_contacts SET first_name = $2, last_name = $3, kinship = $4, phone = $5, picks_up = $6, call_first = $7, forbidden = $8
            WHERE id = $1
            """,
            id,
            details.firstName,
            details.lastName,
            details.kinship,
            details.phone,
            details.picksUp,
            details.callFirst,
            details.isForbidden
        )
    }

    /// Notes that an account asks for the contact's deletion, or with nil that nobody does any more.
    func askRemoval(of id: Identifier<ChildContact>, by account: Identifier<Account>?, at now: Instant) throws {
        try transaction.execute(
            "UPDATE child_contacts SET removal_asked_at = $2, removal_asked_by = $3 WHERE id = $1",
            id,
            account.map { _ in now },
            account
        )
    }

    /// The account that asks for a contact's deletion.
    func removalAsker(of id: Identifier<ChildContact>) throws -> Identifier<Account>? {
        let asker: Identifier<Account>?? = try transaction.first(
            "SELECT removal_asked_by FROM child_contacts WHERE id = $1",
            id,
            decode: { try $0[0] }
        )
        return asker ?? nil
    }

    func delete(_ id: Identifier<ChildContact>) throws {
        try transaction.execute("DELETE FROM child_contacts WHERE id = $1", id)
    }

    func contact(_ id: Identifier<ChildContact>) throws -> ChildContact? {
        try transaction.first(
            """
            SELECT id, child_id, household_id, first_name, last_name, kinship, phone, picks_up, call_first, forbidden, removal_asked_at
            FROM child_contacts WHERE id = $1
            """,
            id,
            decode: contact
        )
    }

    /// Those to call first come first, the forbidden last.
    func contacts(of child: Identifier<Child>) throws -> [ChildContact] {
        try transaction.query(
            """
            SELECT id, child_id, household_id, first_name, last_name, kinship, phone, picks_up, call_first, forbidden, removal_asked_at
            FROM child_contacts WHERE child_id = $1 ORDER BY forbidden, call_first DESC, last_name, first_name, id
            """,
            child,
            decode: contact
        )
    }

    /// The contacts whose deletion parents wait for, the longest wait first, with the child's name.
    func askedRemovals() throws -> [(contact: ChildContact, childName: String)] {
        try transaction.query(
            """
            SELECT k.id, k.child_id, k.household_id, k.first_name, k.last_name, k.kinship, k.phone, k.picks_up, k.call_first, k.forbidden,
                k.removal_asked_at, c.first_name, c.last_name
            FROM child_contacts k JOIN children c ON c.id = k.child_id
            WHERE k.removal_asked_at IS NOT NULL ORDER BY k.removal_asked_at, k.id
            """,
            decode: { row in
                let (firstName, lastName): (String, String) = (try row[11], try row[12])
                return (try contact(row), "\(firstName) \(lastName)")
            }
        )
    }

    private func contact(_ row: any Row) throws -> ChildContact {
        let details = try ContactDetails(
            firstName: row[3],
            lastName: row[4],
            kinship: row[5],
            phone: row[6],
            picksUp: row[7],
            callFirst: row[8],
            isForbidden: row[9]
        )
        return try ChildContact(id: row[0], child: row[1], household: row[2], details: details, removalAskedAt: row[10])
    }
}
