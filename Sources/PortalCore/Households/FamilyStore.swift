/// Reads whole families.
package struct FamilyStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// One family; nil when there is no such household.
    package func family(_ id: Identifier<Household>) throws -> Family? {
        let households = try transaction.query(
            "SELECT id, name, street, postal_code, city, created_at FROM households WHERE id = $1",
            id,
            decode: household
        )
        let adults = try transaction.query(
            """
            SELECT m.household_id, a.id, a.title, a.first_name, a.last_name, a.email, a.phone, a.street, a.postal_code, a.city
            FROM household_adults m JOIN adults a ON a.id = m.adult_id
            WHERE m.household_id = $1 ORDER BY m.position, a.id
            """,
            id,
            decode: adultMember
        )
        let children = try transaction.query(
            """
            SELECT m.household_id, m.custody, c.id, c.first_name, c.last_name, c.birth_day, c.school, c.class
            FROM household_children m JOIN children c ON c.id = m.child_id
            WHERE m.household_id = $1 ORDER BY c.birth_day, c.id
            """,
            id,
            decode: childMember
        )
        return families(households, adults, children).first
    }

    /// The families that an adult belongs to, in the order in which the town made them.
    package func families(of adult: Identifier<Adult>) throws -> [Family] {
        let households = try transaction.query(
            """
            SELECT h.id, h.name, h.street, h.postal_code, h.city, h.created_at
            FROM household_adults mine JOIN households h ON h.id = mine.household_id
            WHERE mine.adult_id = $1 ORDER BY h.id
            """,
            adult,
            decode: household
        )
        let adults = try transaction.query(
            """
            SELECT m.household_id, a.id, a.title, a.first_name, a.last_name, a.email, a.phone, a.street, a.postal_code, a.city
            FROM household_adults mine JOIN household_adults m ON m.household_id = mine.household_id JOIN adults a ON a.id = m.adult_id
            WHERE mine.adult_id = $1 ORDER BY m.position, a.id
            """,
            adult,
            decode: adultMember
        )
        let children = try transaction.query(
            """
            SELECT m.household_id, m.custody, c.id, c.first_name, c.last_name, c.birth_day, c.school, c.class
            FROM household_adults mine JOIN household_children m ON m.household_id = mine.household_id JOIN children c ON c.id = m.child_id
            WHERE mine.adult_id = $1 ORDER BY c.birth_day, c.id
            """,
            adult,
            decode: childMember
        )
        return families(households, adults, children)
    }

    private typealias AdultMember = (household: Identifier<Household>, adult: Adult)
    private typealias ChildMember = (household: Identifier<Household>, child: Child, custody: Custody)

    private func families(_ households: [Household], _ adults: [AdultMember], _ children: [ChildMember]) -> [Family] {
        households.map { household in
            Family(
                household: household,
                adults: adults.filter { $0.household == household.id }.map(\.adult),
                children: children.filter { $0.household == household.id }.map { ($0.child, $0.custody) }
            )
        }
    }

    private func household(_ row: any Row) throws -> Household {
        try Household(id: row[0], name: row[1], address: PostalAddress(street: row[2], postalCode: row[3], city: row[4]), createdAt: row[5])
    }

    private func adultMember(_ row: any Row) throws -> AdultMember {
        let address = try PostalAddress(street: row[7], postalCode: row[8], city: row[9])
        let adult = try Adult(id: row[1], title: row[2], firstName: row[3], lastName: row[4], email: row[5], phone: row[6], address: address)
        return (try row[0], adult)
    }

    private func childMember(_ row: any Row) throws -> ChildMember {
        let child = try Child(id: row[2], firstName: row[3], lastName: row[4], birthDay: row[5], school: row[6], schoolClass: row[7])
        return (try row[0], child, try row[1])
    }
}
