/// The rows of the closures that the staff declare.
package struct ClosureStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// What holds now, in order of the first day.
    package func holding() throws -> [DeclaredClosure] {
        try transaction.query(
            """
            SELECT d.id, d.first_day, d.last_day, d.cause, d.effect, d.words, d.activities, d.groups, d.message, d.declared_at,
                m.first_name || ' ' || m.last_name, d.undone_at
            FROM declared_closures d JOIN staff_members m ON m.id = d.declared_by WHERE d.undone_at IS NULL ORDER BY d.first_day, d.id
            """,
            decode: closure
        )
    }

    /// Everything that was ever declared, the latest days first.
    func all(limit: Int) throws -> [DeclaredClosure] {
        try transaction.query(
            """
            SELECT d.id, d.first_day, d.last_day, d.cause, d.effect, d.words, d.activities, d.groups, d.message, d.declared_at,
                m.first_name || ' ' || m.last_name, d.undone_at
            FROM declared_closures d JOIN staff_members m ON m.id = d.declared_by ORDER BY d.first_day DESC, d.id DESC LIMIT $1
            """,
            limit,
            decode: closure
        )
    }

    func closure(_ id: Identifier<DeclaredClosure>) throws -> DeclaredClosure? {
        try transaction.first(
            """
            SELECT d.id, d.first_day, d.last_day, d.cause, d.effect, d.words, d.activities, d.groups, d.message, d.declared_at,
                m.first_name || ' ' || m.last_name, d.undone_at
            FROM declared_closures d JOIN staff_members m ON m.id = d.declared_by WHERE d.id = $1
            """,
            id,
            decode: closure
        )
    }

    /// What was declared with this key; nil when it is new.
    func closure(under key: IdempotencyKey) throws -> Identifier<DeclaredClosure>? {
        try transaction.first("SELECT id FROM declared_closures WHERE idempotency_key = $1", key.text, decode: { try $0[0] })
    }

    func insert(
        _ order: ClosureOrder,
        key: IdempotencyKey,
        by member: Identifier<StaffMember>,
        at now: Instant
    ) throws -> Identifier<DeclaredClosure> {
        let id: Identifier<DeclaredClosure>? = try transaction.first(
            """
            INSERT INTO declared_closures (first_day, last_day, cause, effect, words, activities, groups, message, declared_at, declared_by,
                idempotency_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id
            """,
            order.days.lowerBound,
            order.days.upperBound,
            order.cause,
            order.effect,
            order.words,
            order.scope.isWhole ? "*" : order.scope.activities.sorted().joined(separator: " "),
            order.scope.groups.sorted().map { String($0.rawValue) }.joined(separator: " "),
            order.message,
            now,
            member,
            key.text,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    func undo(_ id: Identifier<DeclaredClosure>, by member: Identifier<StaffMember>, at now: Instant) throws {
        try transaction.execute("UPDATE declared_closures SET undone_at = $2, undone_by = $3 WHERE id = $1", id, now, member)
    }

    private func closure(_ row: any Row) throws -> DeclaredClosure {
        let (first, last): (CivilDate, CivilDate) = try (row[1], row[2])
        guard first <= last else { throw DatabaseError.decoding(column: "declared_closures.last_day", type: "ClosedRange<CivilDate>") }
        let (activities, groups): (String, String) = try (row[6], row[7])
        let scope = ClosureScope(
            isWhole: activities == "*",
            activities: activities == "*" ? [] : Set(activities.split(separator: " ").map(String.init)),
            groups: Set(groups.split(separator: " ").compactMap { Identifier<ActivityGroup>(text: $0) })
        )
        return try DeclaredClosure(
            id: row[0],
            days: first...last,
            cause: row[3],
            effect: row[4],
            words: row[5],
            scope: scope,
            message: row[8],
            declaredAt: row[9],
            declaredBy: row[10],
            undoneAt: row[11]
        )
    }
}
