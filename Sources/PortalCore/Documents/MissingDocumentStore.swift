/// Finds what families have not sent, and keeps when they were written to about it.
struct MissingDocumentStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// A document that a household lacks.
    struct Line {
        let household: Identifier<Household>
        let name: String
        /// The first name of the child or the adult that it is about.
        let subject: String?
    }

    /// Of a type that is asked: who is enrolled in one of its activities and has neither a good one nor one that waits.
    func missing(_ type: DocumentType, on today: CivilDate, limit: Int) throws -> [Line] {
        switch type.scope {
        case .household: try households(type, on: today, limit: limit)
        case .child: try children(type, on: today, limit: limit)
        case .adult: try adults(type, on: today, limit: limit)
        }
    }

    private func households(_ type: DocumentType, on today: CivilDate, limit: Int) throws -> [Line] {
        try transaction.query(
            """
            SELECT h.id, h.name FROM households h
            WHERE EXISTS (
                SELECT 1 FROM household_children c JOIN enrolments e ON e.child_id = c.child_id JOIN activities a ON a.id = e.activity_id
                WHERE c.household_id = h.id AND e.last_day >= $2
                    AND ($4 = '' OR ' ' || $4 || ' ' LIKE '% ' || a.code || ' %'))
                AND NOT EXISTS (
                    SELECT 1 FROM documents d WHERE d.household_id = h.id AND d.type_code = $1 AND d.child_id IS NULL AND d.adult_id IS NULL
                        AND (d.state IN (0, 1) OR (d.state = 2 AND (d.valid_until IS NULL OR d.valid_until >= $2))))
            ORDER BY h.name, h.id LIMIT $3
            """,
            type.code,
            today,
            limit,
            type.activities.joined(separator: " ")
        ) { Line(household: try $0[0], name: try $0[1], subject: nil) }
    }

    private func children(_ type: DocumentType, on today: CivilDate, limit: Int) throws -> [Line] {
        try transaction.query(
            """
            SELECT h.id, h.name, k.first_name FROM households h JOIN household_children m ON m.household_id = h.id
                JOIN children k ON k.id = m.child_id
            WHERE EXISTS (
                SELECT 1 FROM enrolments e JOIN activities a ON a.id = e.activity_id
                WHERE e.child_id = k.id AND e.last_day >= $2
                    AND ($4 = '' OR ' ' || $4 || ' ' LIKE '% ' || a.code || ' %'))
                AND NOT EXISTS (
                    SELECT 1 FROM documents d WHERE d.child_id = k.id AND d.type_code = $1
                        AND (d.state IN (0, 1) OR (d.state = 2 AND (d.valid_until IS NULL OR d.valid_until >= $2))))
            ORDER BY h.name, h.id, k.first_name LIMIT $3
            """,
            type.code,
            today,
            limit,
            type.activities.joined(separator: " ")
        ) { Line(household: try $0[0], name: try $0[1], subject: try $0[2]) }
    }

    private func adults(_ type: DocumentType, on today: CivilDate, limit: Int) throws -> [Line] {
        try transaction.query(
            """
            SELECT h.id, h.name, p.first_name FROM households h JOIN household_adults m ON m.household_id = h.id
                JOIN adults p ON p.id = m.adult_id
            WHERE EXISTS (
                SELECT 1 FROM household_children c JOIN enrolments e ON e.child_id = c.child_id JOIN activities a ON a.id = e.activity_id
                WHERE c.household_id = h.id AND e.last_day >= $2
                    AND ($4 = '' OR ' ' || $4 || ' ' LIKE '% ' || a.code || ' %'))
                AND NOT EXISTS (
                    SELECT 1 FROM documents d WHERE d.adult_id = p.id AND d.type_code = $1
                        AND (d.state IN (0, 1) OR (d.state = 2 AND (d.valid_until IS NULL OR d.valid_until >= $2))))
            ORDER BY h.name, h.id, p.first_name LIMIT $3
            """,
            type.code,
            today,
            limit,
            type.activities.joined(separator: " ")
        ) { Line(household: try $0[0], name: try $0[1], subject: try $0[2]) }
    }

    func isReachable(_ household: Identifier<Household>) throws -> Bool {
        try transaction.first(
            """
            SELECT 1 FROM household_adults m JOIN adults p ON p.id = m.adult_id JOIN accounts a ON a.adult_id = p.id
            WHERE m.household_id = $1 AND p.email IS NOT NULL LIMIT 1
            """,
            household,
            decode: { _ in true }
        ) ?? false
    }

    func lastReminder(of household: Identifier<Household>) throws -> DocumentReminder? {
        try transaction.first(
            """
            SELECT r.reminded_at, o.sent_at, o.failed_at FROM document_reminders r LEFT JOIN outbox o ON o.id = r.mail_id
            WHERE r.household_id = $1 ORDER BY r.id DESC LIMIT 1
            """,
            household
        ) { row in
            let (sentAt, failedAt): (Instant?, Instant?) = (try row[1], try row[2])
            return DocumentReminder(at: try row[0], mail: failedAt != nil ? .failed : sentAt != nil ? .sent : .waiting)
        }
    }

    func insertReminder(
        of household: Identifier<Household>,
        mail: Identifier<OutboxMessage>,
        by member: Identifier<StaffMember>?,
        at now: Instant
    ) throws {
        try transaction.execute(
            "INSERT INTO document_reminders (household_id, mail_id, reminded_at, reminded_by) VALUES ($1, $2, $3, $4)",
            household,
            mail,
            now,
            member
        )
    }
}
