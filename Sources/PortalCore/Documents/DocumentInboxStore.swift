/// Reads documents with the names that the staff know them by.
struct DocumentInboxStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Those that wait to be checked, the oldest first.
    ///
    /// - Parameter type: nil for all of them.
    func waiting(type: String?, withHealth: Bool, limit: Int) throws -> [DeskDocument] {
        let ids: [Identifier<SupportingDocument>] = try transaction.query(
            """
            SELECT id FROM documents WHERE state = 1 AND ($1 = '' OR type_code = $1) AND is_health <= $2 ORDER BY id LIMIT $3
            """,
            type ?? "",
            withHealth ? 1 : 0,
            limit
        ) { try $0[0] }
        let store = DocumentStore(transaction)
        return try ids.compactMap { id in try store.document(id).map { try named($0) } }
    }

    /// How many wait, by the type's code.
    func counts(withHealth: Bool) throws -> [String: Int] {
        let rows: [(String, Int)] = try transaction.query(
            "SELECT type_code, count(*) FROM documents WHERE state = 1 AND is_health <= $1 GROUP BY type_code",
            withHealth ? 1 : 0
        ) { (try $0[0], try $0[1]) }
        return Dictionary(rows) { $0 + $1 }
    }

    func named(_ document: SupportingDocument) throws -> DeskDocument {
        let household: String = try transaction.first("SELECT name FROM households WHERE id = $1", document.household) { try $0[0] } ?? ""
        let subject: String? =
            switch document.subject {
            case .household: nil
            case .child(let id): try transaction.first("SELECT first_name || ' ' || last_name FROM children WHERE id = $1", id) { try $0[0] }
            case .adult(let id): try transaction.first("SELECT first_name || ' ' || last_name FROM adults WHERE id = $1", id) { try $0[0] }
            }
        return DeskDocument(document: document, householdName: household, subjectName: subject ?? "Foyer \(household)")
    }
}
