/// Reads and writes change requests, and the fields that they change.
struct ChangeStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func policy(of field: ChangeField) throws -> ChangePolicy {
        guard field != .situation else { return .approved }
        return try transaction.first("SELECT policy FROM change_policies WHERE field = $1", field) { try $0[0] } ?? field.usualPolicy
    }

    /// The household whose file an account's own details are in; nil for an account without one.
    func household(of account: Identifier<Account>) throws -> Identifier<Household>? {
        try transaction.first(
            """
            SELECT m.household_id FROM accounts a JOIN household_adults m ON m.adult_id = a.adult_id WHERE a.id = $1 ORDER BY m.household_id
            """,
            account,
            decode: { try $0[0] }
        )
    }

    func insert(
        _ field: ChangeField,
        of subject: Int64,
        in household: Identifier<Household>,
        from old: ChangeValue,
        to new: ChangeValue,
        state: ChangeState,
        by account: Identifier<Account>,
        at now: Instant
    ) throws -> Identifier<ChangeRequest> {
        let id: Identifier<ChangeRequest>? = try transaction.first(
            """
            INSERT INTO change_requests (field, subject, household_id, old_value, new_value, state, reason, asked_at, asked_by)
            VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8) RETURNING id
            """,
            field,
            subject,
            household,
            old.stored,
            new.stored,
            state,
            now,
            account,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    /// Settles a request that is still open; false when somebody else was faster.
    func settle(
        _ id: Identifier<ChangeRequest>,
        to state: ChangeState,
        reason: String,
        by member: Identifier<StaffMember>,
        at now: Instant
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE change_requests SET state = $2, reason = $3, settled_at = $4, settled_by = $5
            WHERE id = $1 AND state IN ('en attente', 'signalée')
            """,
            id,
            state,
            reason,
            now,
            member
        ) == 1
    }

    func request(_ id: Identifier<ChangeRequest>) throws -> ChangeRequest? {
        try transaction.first(
            """
            SELECT id, field, subject, household_id, old_value, new_value, state, reason, asked_at, settled_at
            FROM change_requests WHERE id = $1
            """,
            id,
            decode: request
        )
    }

    /// What an account has changed, the latest first.
    func requests(by account: Identifier<Account>, limit: Int) throws -> [ChangeRequest] {
        try transaction.query(
            """
            SELECT id, field, subject, household_id, old_value, new_value, state, reason, asked_at, settled_at
            FROM change_requests WHERE asked_by = $1 ORDER BY id DESC LIMIT $2
            """,
            account,
            limit,
            decode: request
        )
    }

    /// Who has asked for a change.
    func asker(of id: Identifier<ChangeRequest>) throws -> Identifier<Account>? {
        try transaction.first("SELECT asked_by FROM change_requests WHERE id = $1", id) { try $0[0] }
    }

    func request(_ row: any Row) throws -> ChangeRequest {
        try ChangeRequest(
            id: row[0],
            field: row[1],
            subject: row[2],
            household: row[3],
            old: ChangeValue(stored: row[4]),
            new: ChangeValue(stored: row[5]),
            state: row[6],
            reason: row[7],
            askedAt: row[8],
            settledAt: row[9]
        )
    }
}
