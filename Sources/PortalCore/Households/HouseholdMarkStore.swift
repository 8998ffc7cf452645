/// The marks' rows.
package struct HouseholdMarkStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// The households with a mark, of those of an adult.
    package func marked(_ mark: HouseholdMark, of adult: Identifier<Adult>) throws -> Set<Identifier<Household>> {
        let rows: [Identifier<Household>] = try transaction.query(
            """
            SELECT m.household_id FROM household_adults a JOIN household_marks m ON m.household_id = a.household_id
            WHERE a.adult_id = $1 AND m.mark = $2
            """,
            adult,
            mark
        ) { try $0[0] }
        return Set(rows)
    }

    package func marks(of household: Identifier<Household>) throws -> Set<HouseholdMark> {
        Set(try transaction.query("SELECT mark FROM household_marks WHERE household_id = $1", household) { try $0[0] as HouseholdMark })
    }

    package func set(_ mark: HouseholdMark, of household: Identifier<Household>) throws {
        try transaction.execute("INSERT INTO household_marks (household_id, mark) VALUES ($1, $2) ON CONFLICT DO NOTHING", household, mark)
    }

    package func remove(_ mark: HouseholdMark, of household: Identifier<Household>) throws {
        try transaction.execute("DELETE FROM household_marks WHERE household_id = $1 AND mark = $2", household, mark)
    }
}
