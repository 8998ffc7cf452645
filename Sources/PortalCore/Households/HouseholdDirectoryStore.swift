/// Reads the list of all households.
struct HouseholdDirectoryStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// In order of their names.
    func all() throws -> [HouseholdSummary] {
        let children = try transaction.query(
            """
            SELECT m.household_id, c.first_name, c.last_name FROM household_children m JOIN children c ON c.id = m.child_id
            ORDER BY c.birth_day, c.id
            """,
            decode: { row in
                let (firstName, lastName): (String, String) = (try row[1], try row[2])
                return (household: try row[0] as Identifier<Household>, name: "\(firstName) \(lastName)")
            }
        )
        let names = Dictionary(grouping: children, by: \.household).mapValues { $0.map(\.name) }
        return try transaction.query("SELECT id, name, city FROM households ORDER BY name, id") { row in
            let id: Identifier<Household> = try row[0]
            return try HouseholdSummary(id: id, name: row[1], city: row[2], children: names[id] ?? [])
        }
    }
}
