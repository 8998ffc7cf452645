/// The names of households, adults and children, cut into the words that they are searched by.
struct FamilySearchStore {
    /// Whose name it is. The numbers are stored.
    enum Kind: Int, CaseIterable, Hashable, DatabaseConvertible {
        case household, adult, child
    }

    /// A name that is not stored as it now reads.
    struct Stale: Hashable {
        let kind: Kind
        let subject: Int64
        let name: String
    }

    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Whoever came or got another name since the words were last brought up to date.
    func stale() throws -> [Stale] {
        try transaction.query(
            """
            SELECT 0, h.id, h.name FROM households h LEFT JOIN searched_names s ON s.kind = 0 AND s.subject = h.id
            WHERE s.name IS NULL OR s.name <> h.name
            UNION ALL
            SELECT 1, a.id, a.first_name || ' ' || a.last_name FROM adults a LEFT JOIN searched_names s ON s.kind = 1 AND s.subject = a.id
            WHERE s.name IS NULL OR s.name <> a.first_name || ' ' || a.last_name
            UNION ALL
            SELECT 2, c.id, c.first_name || ' ' || c.last_name FROM children c LEFT JOIN searched_names s ON s.kind = 2 AND s.subject = c.id
            WHERE s.name IS NULL OR s.name <> c.first_name || ' ' || c.last_name
            """
        ) { try Stale(kind: $0[0], subject: $0[1], name: $0[2]) }
    }

    /// Takes over how a name now reads.
    func refresh(_ stale: Stale) throws {
        try transaction.execute("DELETE FROM searched_words WHERE kind = $1 AND subject = $2", stale.kind, stale.subject)
        for word in FamilySearch.words(of: stale.name) {
            try transaction.execute("INSERT INTO searched_words (word, kind, subject) VALUES ($1, $2, $3)", word, stale.kind, stale.subject)
        }
        try transaction.execute(
            "INSERT INTO searched_names (kind, subject, name) VALUES ($1, $2, $3) ON CONFLICT (kind, subject) DO UPDATE SET name = excluded.name",
            stale.kind,
            stale.subject,
            stale.name
        )
    }

    /// The households where somebody's name, or the household's own, has a word that begins so.
    func households(withWord prefix: String) throws -> Set<Identifier<Household>> {
        try Set(
            transaction.query(
                """
                SELECT subject FROM searched_words WHERE kind = 0 AND word >= $1 AND word < $2
                UNION
                SELECT m.household_id FROM searched_words w JOIN household_adults m ON m.adult_id = w.subject
                WHERE w.kind = 1 AND w.word >= $1 AND w.word < $2
                UNION
                SELECT m.household_id FROM searched_words w JOIN household_children m ON m.child_id = w.subject
                WHERE w.kind = 2 AND w.word >= $1 AND w.word < $2
                """,
                prefix,
                prefix + "\u{10FFFF}"
            ) { try $0[0] }
        )
    }
}
