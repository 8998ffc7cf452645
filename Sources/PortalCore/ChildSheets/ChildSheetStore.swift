/// Reads and writes children's sheets. Every value is sealed in its own place: who reads the database learns which fields were filled in, no more.
package struct ChildSheetStore {
    private let transaction: any Transaction
    private let vault: Vault

    package init(_ transaction: any Transaction, _ vault: Vault) {
        self.transaction = transaction
        self.vault = vault
    }

    func sheet(of child: Identifier<Child>) throws -> ChildSheet {
        let entries = try transaction.query(
            """
            SELECT s.field, s.sealed, s.given_at, d.first_name, d.last_name FROM child_sheets s
                JOIN accounts a ON a.id = s.given_by JOIN adults d ON d.id = a.adult_id
            WHERE s.child_id = $1
            """,
            child
        ) { row in
            let field: SheetField = try row[0]
            let (firstName, lastName): (String, String) = (try row[3], try row[4])
            let value = String(decoding: try vault.open(row[1], in: ChildSheetStore.place(of: field, child)), as: UTF8.self)
            return (field, ChildSheet.Entry(value: value, givenAt: try row[2], givenBy: "\(firstName) \(lastName)"))
        }
        return ChildSheet(entries: Dictionary(entries, uniquingKeysWith: { first, _ in first }))
    }

    package func put(_ value: String, in field: SheetField, of child: Identifier<Child>, by account: Identifier<Account>, at now: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO child_sheets (child_id, field, sealed, given_at, given_by) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (child_id, field) DO UPDATE SET sealed = excluded.sealed, given_at = excluded.given_at, given_by = excluded.given_by
            """,
            child,
            field,
            vault.seal(Array(value.utf8), in: ChildSheetStore.place(of: field, child)),
            now,
            account
        )
    }

    /// The children enrolled on a day in some activities, by name, and whether their sheets say anything.
    func enrolled(in activities: [Identifier<Activity>], on day: CivilDate) throws -> [SheetLine] {
        var lines: [Identifier<Child>: SheetLine] = [:]
        for activity in activities {
            let found = try transaction.query(
                """
                SELECT DISTINCT c.id, c.first_name, c.last_name, c.birth_day, p.school, p.class,
                    (SELECT max(s.given_at) FROM child_sheets s WHERE s.child_id = c.id)
                FROM enrolments e JOIN children c ON c.id = e.child_id
                    LEFT JOIN school_placements p ON p.child_id = c.id AND p.first_day <= $2 AND p.last_day >= $2
                WHERE e.activity_id = $1 AND e.first_day <= $2 AND e.last_day >= $2
                """,
                activity,
                day,
                decode: { try line($0, on: day) }
            )
            for line in found { lines[line.child.id] = line }
        }
        return lines.values.sorted { ($0.child.lastName, $0.child.firstName, $0.child.id) < ($1.child.lastName, $1.child.firstName, $1.child.id) }
    }

    func child(_ id: Identifier<Child>) throws -> Child? {
        let schooling = try SchoolPlacementStore(transaction).schooling(of: id)
        return try transaction.first("SELECT id, first_name, last_name, birth_day FROM children WHERE id = $1", id) {
            try Child(id: $0[0], firstName: $0[1], lastName: $0[2], birthDay: $0[3], schooling: schooling)
        }
    }

    /// The activities that a child is enrolled in on a day.
    func activities(of child: Identifier<Child>, on day: CivilDate) throws -> Set<Identifier<Activity>> {
        try Set(
            transaction.query("SELECT activity_id FROM enrolments WHERE child_id = $1 AND first_day <= $2 AND last_day >= $2", child, day) {
                try $0[0]
            }
        )
    }

    private func line(_ row: any Row, on day: CivilDate) throws -> SheetLine {
        let schooling = Schooling(school: try row[4], schoolClass: try row[5], on: day)
        let child = try Child(id: row[0], firstName: row[1], lastName: row[2], birthDay: row[3], schooling: schooling)
        return try SheetLine(child: child, updatedAt: row[6])
    }

    private static func place(of field: SheetField, _ child: Identifier<Child>) -> String { "enfant \(child.rawValue) \(field.rawValue)" }
}

/// A child in the staff's list of sheets.
package struct SheetLine: Hashable, Sendable {
    package let child: Child
    /// nil for a sheet that nobody has filled in.
    package let updatedAt: Instant?
}
