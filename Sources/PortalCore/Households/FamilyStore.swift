/// Reads whole families.
package struct FamilyStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// The children of each of an adult's households.
    func childrenByHousehold(of adult: Identifier<Adult>) throws -> [Identifier<Household>: Set<Identifier<Child>>] {
        let rows = try transaction.query(
            """
            SELECT c.household_id, c.child_id FROM household_adults a JOIN household_children c ON c.household_id = a.household_id
            WHERE a.adult_id = $1
            """,
            adult
        ) { (try $0[0] as Identifier<Household>, try $0[1] as Identifier<Child>) }
        return Dictionary(grouping: rows) { $0.0 }.mapValues { Set($0.map(\.1)) }
    }

    /// One family; nil when there is no such household.
    package func family(_ id: Identifier<Household>) throws -> Family? {
        try transaction.first(
            "SELECT id, name, street, postal_code, city, created_at FROM households WHERE id = $1",
            id,
            decode: household
        ).map(family)
    }

    /// The families that an adult belongs to, in the order in which the town made them.
    package func families(of adult: Identifier<Adult>) throws -> [Family] {
        try transaction.query(
            """
            SELECT h.id, h.name, h.street, h.postal_code, h.city, h.created_at
            FROM household_adults mine JOIN households h ON h.id = mine.household_id
            WHERE mine.adult_id = $1 ORDER BY h.id
            """,
            adult,
            decode: household
        ).map(family)
    }

    private func family(_ household: Household) throws -> Family {
        let adults = try transaction.query(
            """
            SELECT a.id, a.title, a.first_name, a.last_name, a.email, a.phone, a.street, a.postal_code, a.city
            FROM household_adults m JOIN adults a ON a.id = m.adult_id
            WHERE m.household_id = $1 ORDER BY m.position, a.id
            """,
            household.id,
            decode: adult
        )
        let placements = try transaction.query(
            """
            SELECT m.custody, c.id, c.first_name, c.last_name, c.birth_day, p.first_day, p.last_day, p.school, p.class
            FROM household_children m JOIN children c ON c.id = m.child_id LEFT JOIN school_placements p ON p.child_id = c.id
            WHERE m.household_id = $1 ORDER BY c.birth_day, c.id, p.first_day
            """,
            household.id,
            decode: placement
        )
        return Family(household: household, adults: adults, children: children(placements))
    }

    private func household(_ row: any Row) throws -> Household {
        try Household(id: row[0], name: row[1], address: PostalAddress(street: row[2], postalCode: row[3], city: row[4]), createdAt: row[5])
    }

    private func adult(_ row: any Row) throws -> Adult {
        let address = try PostalAddress(street: row[6], postalCode: row[7], city: row[8])
        return try Adult(id: row[0], title: row[1], firstName: row[2], lastName: row[3], email: row[4], phone: row[5], address: address)
    }

    /// A child with one of its schools.
    private func placement(_ row: any Row) throws -> (child: Child, custody: Custody) {
        let first: CivilDate? = try row[5]
        let placement = try first.map { try SchoolPlacement(days: $0...row[6], school: row[7], schoolClass: row[8]) }
        let schooling = Schooling(placement.map { [$0] } ?? [])
        return (try Child(id: row[1], firstName: row[2], lastName: row[3], birthDay: row[4], schooling: schooling), try row[0])
    }

    /// Each child once, with all its schools, out of rows that follow each other.
    private func children(_ rows: [(child: Child, custody: Custody)]) -> [(child: Child, custody: Custody)] {
        var members: [(child: Child, custody: Custody)] = []
        for row in rows {
            if let known = members.last, known.child.id == row.child.id {
                members[members.count - 1].child = known.child.adding(row.child.schooling)
            } else {
                members.append(row)
            }
        }
        return members
    }
}
