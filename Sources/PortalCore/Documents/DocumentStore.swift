/// Reads and writes documents. Their files are `SentFileStore`'s.
package struct DocumentStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    // MARK: - Facts

    /// Of an adult's households, and of its children wherever they were sent from; the latest first.
    func facts(of adult: Identifier<Adult>) throws -> [DocumentFact] {
        try transaction.query(
            """
            SELECT d.id, d.type_code, d.household_id, d.child_id, d.adult_id, d.state, d.valid_until
            FROM household_adults m JOIN documents d ON d.household_id = m.household_id WHERE m.adult_id = $1
            UNION
            SELECT d.id, d.type_code, d.household_id, d.child_id, d.adult_id, d.state, d.valid_until
            FROM household_adults m JOIN household_children c ON c.household_id = m.household_id JOIN documents d ON d.child_id = c.child_id
            WHERE m.adult_id = $1
            ORDER BY 1 DESC
            """,
            adult,
            decode: fact
        )
    }

    /// The same of one household.
    func facts(in household: Identifier<Household>) throws -> [DocumentFact] {
        try transaction.query(
            """
            SELECT d.id, d.type_code, d.household_id, d.child_id, d.adult_id, d.state, d.valid_until FROM documents d WHERE d.household_id = $1
            UNION
            SELECT d.id, d.type_code, d.household_id, d.child_id, d.adult_id, d.state, d.valid_until
            FROM household_children c JOIN documents d ON d.child_id = c.child_id WHERE c.household_id = $1
            ORDER BY 1 DESC
            """,
            household,
            decode: fact
        )
    }

    private func fact(_ row: any Row) throws -> DocumentFact {
        try DocumentFact(typeCode: row[1], subject: subject(row, 2), household: row[2], state: row[5], validUntil: row[6])
    }

    /// - Parameter index: of the household; the child and the adult come after it.
    private func subject(_ row: any Row, _ index: Int) throws -> DocumentSubject {
        let (child, adult): (Identifier<Child>?, Identifier<Adult>?) = (try row[index + 1], try row[index + 2])
        return try child.map { .child($0) } ?? adult.map { .adult($0) } ?? .household(row[index])
    }

    // MARK: - Reading

    /// Those of a household, the latest first.
    package func documents(of household: Identifier<Household>) throws -> [SupportingDocument] {
        try withFiles(
            transaction.query(
                """
                SELECT d.id, d.type_code, d.type_name, d.is_health, d.household_id, d.child_id, d.adult_id, d.state, d.sent_at,
                    p.first_name || ' ' || p.last_name, d.valid_until, d.judged_at, s.first_name || ' ' || s.last_name, d.note
                FROM documents d LEFT JOIN accounts a ON a.id = d.sent_by LEFT JOIN adults p ON p.id = a.adult_id
                    LEFT JOIN staff_members s ON s.id = d.judged_by
                WHERE d.household_id = $1 ORDER BY d.id DESC LIMIT 200
                """,
                household,
                decode: document
            )
        )
    }

    func document(_ id: Identifier<SupportingDocument>) throws -> SupportingDocument? {
        try withFiles(
            transaction.query(
                """
                SELECT d.id, d.type_code, d.type_name, d.is_health, d.household_id, d.child_id, d.adult_id, d.state, d.sent_at,
                    p.first_name || ' ' || p.last_name, d.valid_until, d.judged_at, s.first_name || ' ' || s.last_name, d.note
                FROM documents d LEFT JOIN accounts a ON a.id = d.sent_by LEFT JOIN adults p ON p.id = a.adult_id
                    LEFT JOIN staff_members s ON s.id = d.judged_by
                WHERE d.id = $1
                """,
                id,
                decode: document
            )
        ).first
    }

    private func document(_ row: any Row) throws -> SupportingDocument {
        let judgedAt: Instant? = try row[11]
        let judge: String? = try row[12]
        let note: String = try row[13]
        return try SupportingDocument(
            id: row[0],
            typeCode: row[1],
            typeName: row[2],
            isHealth: row[3],
            household: row[4],
            subject: subject(row, 4),
            state: row[7],
            sentAt: row[8],
            sentBy: row[9],
            validUntil: row[10],
            judgement: judgedAt.map { DocumentJudgement(at: $0, by: judge ?? "", note: note) },
            files: []
        )
    }

    private func withFiles(_ documents: [SupportingDocument]) throws -> [SupportingDocument] {
        let store = SentFileStore<SupportingDocument>(transaction)
        return try documents.map { document in
            var document = document
            document.files = try store.files(of: document.id)
            return document
        }
    }

    func firstName(of child: Identifier<Child>) throws -> String? {
        try transaction.first("SELECT first_name FROM children WHERE id = $1", child) { try $0[0] }
    }

    // MARK: - Writing

    /// - Parameter account: who sent it; nil for one that the service has taken on paper.
    package func insert(
        _ type: DocumentType,
        of subject: DocumentSubject,
        in household: Identifier<Household>,
        state: DocumentState,
        by account: Identifier<Account>?,
        at now: Instant
    ) throws -> Identifier<SupportingDocument> {
        let id: Identifier<SupportingDocument>? = try transaction.first(
            """
            INSERT INTO documents (type_code, type_name, is_health, household_id, child_id, adult_id, state, sent_at, sent_by, note)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '') RETURNING id
            """,
            type.code,
            type.name,
            type.isHealth,
            household,
            subject.child,
            subject.adult,
            state,
            now,
            account,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    func setState(_ state: DocumentState, of id: Identifier<SupportingDocument>) throws {
        try transaction.execute("UPDATE documents SET state = $2 WHERE id = $1", id, state)
    }

    /// - Parameter member: nil for the antivirus.
    package func judge(
        _ id: Identifier<SupportingDocument>,
        _ state: DocumentState,
        validUntil: CivilDate?,
        note: String,
        by member: Identifier<StaffMember>?,
        at now: Instant
    ) throws {
        try transaction.execute(
            "UPDATE documents SET state = $2, valid_until = $3, note = $4, judged_by = $5, judged_at = $6 WHERE id = $1",
            id,
            state,
            validUntil,
            note,
            member,
            now
        )
    }
}
