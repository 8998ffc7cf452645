/// The rows of the document types: the definition's, and those that administrators have published over them.
package struct DocumentTypeStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// What families are asked for, in the town's order.
    package func all() throws -> [DocumentType] { try published().filter { !$0.isRetired }.map(\.type) }

    /// All of them with where they come from: the definition's in its order, then those that were added.
    func published() throws -> [PublishedDocumentType] {
        let defined = try transaction.query(
            "SELECT code, name, purpose, scope, validity, demand, activities, is_health, occasions FROM document_types ORDER BY position",
            decode: type
        )
        let published = try transaction.query(
            """
            SELECT p.code, p.name, p.purpose, p.scope, p.validity, p.demand, p.activities, p.is_health, p.occasions, p.is_retired, p.published_at,
                s.first_name || ' ' || s.last_name
            FROM published_document_types p JOIN staff_members s ON s.id = p.published_by ORDER BY p.name, p.code
            """
        ) { row in
            (type: try type(row), isRetired: try row[9] as Bool, publication: PublishedDocumentType.Publication(at: try row[10], by: try row[11]))
        }
        return [PublishedDocumentType](defined, under: published)
    }

    private func type(_ row: any Row) throws -> DocumentType {
        let activities: String = try row[6]
        let occasions: String = try row[8]
        return try DocumentType(
            code: row[0],
            name: row[1],
            purpose: row[2],
            scope: row[3],
            validity: row[4],
            demand: row[5],
            activities: activities.split(separator: " ").map(String.init),
            isHealth: row[7],
            occasions: occasions.split(separator: "\n").compactMap { DocumentOccasion(rawValue: String($0)) }
        )
    }

    /// Writes a definition's types over those of the one before. What administrators have published stays.
    package func replace(with types: [DocumentType]) throws {
        try transaction.execute("DELETE FROM document_types")
        for (position, type) in types.enumerated() {
            try transaction.execute(
                """
                INSERT INTO document_types (code, name, purpose, scope, validity, demand, activities, is_health, position, occasions)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                type.code,
                type.name,
                type.purpose,
                type.scope,
                type.validity,
                type.demand,
                type.activities.joined(separator: " "),
                type.isHealth,
                position,
                type.occasions.map(\.rawValue).joined(separator: "\n")
            )
        }
    }

    // MARK: - Publishing

    /// Writes a type over the definition's, or over what was published before.
    func publish(_ type: DocumentType, isRetired: Bool, by member: Identifier<StaffMember>, at now: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO published_document_types (code, name, purpose, scope, validity, demand, activities, is_health, occasions, is_retired,
                published_at, published_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, purpose = excluded.purpose, scope = excluded.scope,
                validity = excluded.validity, demand = excluded.demand, activities = excluded.activities, is_health = excluded.is_health,
                occasions = excluded.occasions, is_retired = excluded.is_retired, published_at = excluded.published_at,
                published_by = excluded.published_by
            """,
            type.code,
            type.name,
            type.purpose,
            type.scope,
            type.validity,
            type.demand,
            type.activities.joined(separator: " "),
            type.isHealth,
            type.occasions.map(\.rawValue).joined(separator: "\n"),
            isRetired,
            now,
            member
        )
        // What was sent before the type spoke of health is kept from who may not read it as well.
        if type.isHealth { try transaction.execute("UPDATE documents SET is_health = 1 WHERE type_code = $1 AND is_health = 0", type.code) }
    }

    /// Takes what was published back: the definition's type holds again.
    func withdraw(_ code: String) throws { try transaction.execute("DELETE FROM published_document_types WHERE code = $1", code) }

    /// Whether families have sent a document of a type.
    func isUsed(_ code: String) throws -> Bool {
        try transaction.first("SELECT 1 FROM documents WHERE type_code = $1 LIMIT 1", code) { _ in true } ?? false
    }
}
