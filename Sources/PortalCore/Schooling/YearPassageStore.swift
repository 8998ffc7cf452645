/// Reads and writes changes of school year.
struct YearPassageStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// The children who are at school at the end of the year before, with what is known of the next.
    func lines(into year: SchoolYear) throws -> [PassageLine] {
        let successions = Dictionary(try successions().map { ($0.nursery, $0.primary) }, uniquingKeysWith: { first, _ in first })
        return try transaction.query(
            """
            SELECT c.id, c.first_name, c.last_name, p.school, p.class, n.school, n.class
            FROM children c JOIN school_placements p ON p.child_id = c.id AND p.first_day <= $1 AND p.last_day >= $1
                LEFT JOIN school_placements n ON n.child_id = c.id AND n.first_day = $2
            WHERE c.erased_at IS NULL AND (p.school <> '' OR p.class <> '')
                AND EXISTS (SELECT 1 FROM household_children h WHERE h.child_id = c.id)
            ORDER BY p.school, c.last_name, c.first_name, c.id
            """,
            year.firstDay.adding(days: -1),
            year.firstDay
        ) { row in
            let (school, schoolClass): (String, String) = (try row[3], try row[4])
            let next: String? = try row[5]
            let step: PassageStep =
                if let next { .known(school: next, schoolClass: try row[6]) } else {
                    PassageStep(school: school, schoolClass: schoolClass, successions: successions)
                }
            return try PassageLine(child: row[0], firstName: row[1], lastName: row[2], school: school, schoolClass: schoolClass, step: step)
        }
    }

    /// Whether some children's school is still the one of a year before.
    func isDue(into year: SchoolYear) throws -> Bool {
        try transaction.first(
            """
            SELECT 1 FROM school_placements WHERE first_day < $1 AND last_day >= $1 AND (school <> '' OR class <> '') LIMIT 1
            """,
            year.firstDay,
            decode: { _ in true }
        ) ?? false
    }

    /// The one that holds for a year; nil when none was confirmed, or it was taken back.
    func standing(into year: SchoolYear) throws -> YearPassage? {
        try transaction.first(
            """
            SELECT y.id, y.children, y.confirmed_at, m.first_name || ' ' || m.last_name
            FROM year_passages y JOIN staff_members m ON m.id = y.confirmed_by WHERE y.school_year = $1 AND y.undone_at IS NULL
            """,
            year.startYear
        ) { try YearPassage(id: $0[0], year: year, children: $0[1], confirmedAt: $0[2], confirmedBy: $0[3]) }
    }

    func insert(into year: SchoolYear, children: Int, by member: Identifier<StaffMember>, at now: Instant) throws -> Identifier<YearPassage> {
        let id: Identifier<YearPassage>? = try transaction.first(
            "INSERT INTO year_passages (school_year, children, confirmed_at, confirmed_by) VALUES ($1, $2, $3, $4) RETURNING id",
            year.startYear,
            children,
            now,
            member,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    func undo(_ id: Identifier<YearPassage>, by member: Identifier<StaffMember>, at now: Instant) throws {
        try transaction.execute("UPDATE year_passages SET undone_at = $2, undone_by = $3 WHERE id = $1", id, now, member)
    }

    /// The primary school after each nursery school.
    func successions() throws -> [SchoolSuccession] {
        try transaction.query("SELECT nursery_school, primary_school FROM school_successions ORDER BY nursery_school") {
            try SchoolSuccession(nursery: $0[0], primary: $0[1])
        }
    }

    func replace(with successions: [SchoolSuccession]) throws {
        try transaction.execute("DELETE FROM school_successions")
        for succession in successions {
            try transaction.execute(
                "INSERT INTO school_successions (nursery_school, primary_school) VALUES ($1, $2)",
                succession.nursery,
                succession.primary
            )
        }
    }
}
