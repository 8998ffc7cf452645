/// The rows of the document types.
package struct DocumentTypeStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// In the town's order.
    package func all() throws -> [DocumentType] {
        try transaction.query(
            "SELECT code, name, purpose, scope, validity, demand, activities, is_health, occasions FROM document_types ORDER BY position"
        ) { row in
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
    }

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
}
