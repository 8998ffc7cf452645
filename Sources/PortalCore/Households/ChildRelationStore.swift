/// Reads and writes what adults are to children. Where there is no row, `ChildRelation.usual` holds.
package struct ChildRelationStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// What the town has noted of an adult.
    package func relations(of adult: Identifier<Adult>) throws -> [Identifier<Child>: ChildRelation] {
        let rows = try transaction.query(
            "SELECT child_id, kinship, standing, sees, books, pays, picks_up FROM child_relations WHERE adult_id = $1",
            adult,
            decode: { row in (try row[0] as Identifier<Child>, try relation(row)) }
        )
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// Notes what an adult is to a child, in place of what was noted.
    package func put(_ relation: ChildRelation, of adult: Identifier<Adult>, to child: Identifier<Child>) throws {
        try transaction.execute(
            """
            INSERT INTO child_relations (adult_id, child_id, kinship, standing, sees, books, pays, picks_up)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (adult_id, child_id) DO UPDATE SET kinship = excluded.kinship, standing = excluded.standing,
                sees = excluded.sees, books = excluded.books, pays = excluded.pays, picks_up = excluded.picks_up
            """,
            adult,
            child,
            relation.kinship,
            relation.standing,
            relation.has(.sees),
            relation.has(.books),
            relation.has(.pays),
            relation.has(.picksUp)
        )
    }

    private func relation(_ row: any Row) throws -> ChildRelation {
        let flags: [(ChildRight, Bool)] = [(.sees, try row[3]), (.books, try row[4]), (.pays, try row[5]), (.picksUp, try row[6])]
        return try ChildRelation(kinship: row[1], standing: row[2], rights: Set(flags.filter(\.1).map(\.0)))
    }
}
