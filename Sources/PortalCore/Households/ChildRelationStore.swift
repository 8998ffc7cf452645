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
                sees = excluded.sees, books = excluded.books, pays = excluded.pays, picks_up = excluded.picks_up, awaits_key = 0
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

    /// The children whose key the adult has not typed yet: they are hidden until then.
    func awaitedChildren(of adult: Identifier<Adult>) throws -> Set<Identifier<Child>> {
        Set(try transaction.query("SELECT child_id FROM child_relations WHERE adult_id = $1 AND awaits_key = 1", adult) { try $0[0] })
    }

    /// The first names of the children that an account's adult may not see.
    func namesKept(from account: Identifier<Account>) throws -> [String] {
        try transaction.query(
            """
            SELECT c.first_name FROM accounts a JOIN child_relations r ON r.adult_id = a.adult_id JOIN children c ON c.id = r.child_id
            WHERE a.id = $1 AND r.sees = 0
            """,
            account,
            decode: { try $0[0] }
        )
    }

    /// Hides a child from an adult until its key is typed.
    func hide(_ child: Identifier<Child>, from adult: Identifier<Adult>) throws {
        try put(ChildRelation(kinship: .parent, standing: .authority, rights: []), of: adult, to: child)
        try transaction.execute("UPDATE child_relations SET awaits_key = 1 WHERE adult_id = $1 AND child_id = $2", adult, child)
    }

    /// Ends that; nothing happens to what the town has noted.
    func reveal(_ child: Identifier<Child>, to adult: Identifier<Adult>) throws {
        try transaction.execute("DELETE FROM child_relations WHERE adult_id = $1 AND child_id = $2 AND awaits_key = 1", adult, child)
    }

    /// What was noted of one adult holds for another, who is the same person; what is noted of that one already stays.
    func move(from former: Identifier<Adult>, to adult: Identifier<Adult>, for children: [Identifier<Child>]) throws {
        let known = try relations(of: adult)
        for (child, relation) in try relations(of: former) where children.contains(child) && known[child] == nil {
            try put(relation, of: adult, to: child)
        }
        for child in children {
            try transaction.execute("DELETE FROM child_relations WHERE adult_id = $1 AND child_id = $2", former, child)
        }
    }

    private func relation(_ row: any Row) throws -> ChildRelation {
        let flags: [(ChildRight, Bool)] = [(.sees, try row[3]), (.books, try row[4]), (.pays, try row[5]), (.picksUp, try row[6])]
        return try ChildRelation(kinship: row[1], standing: row[2], rights: Set(flags.filter(\.1).map(\.0)))
    }
}
