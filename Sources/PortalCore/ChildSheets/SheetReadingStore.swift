/// A reading of a child's sheet by the staff.
package struct SheetReading: Hashable, Sendable {
    package let at: Instant
    /// "Claire Martin".
    package let by: String

    package init(at: Instant, by: String) {
        self.at = at
        self.by = by
    }
}

/// Reads out of the journal who has read children's sheets.
struct SheetReadingStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// The latest first.
    func readings(of child: Identifier<Child>, limit: Int) throws -> [SheetReading] {
        try transaction.query(
            """
            SELECT a.at, m.first_name, m.last_name FROM audit a JOIN staff_members m ON m.id = a.actor
            WHERE a.subject = $1 AND a.act = 'child.sheetRead' ORDER BY a.at DESC LIMIT $2
            """,
            child,
            limit
        ) { row in
            let (first, last): (String, String) = (try row[1], try row[2])
            return SheetReading(at: try row[0], by: "\(first) \(last)")
        }
    }
}
