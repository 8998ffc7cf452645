/// Reads and writes the requests of families that the town does not know.
struct RecognitionStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func insert(_ form: RecognitionForm.Checked, by account: Identifier<Account>, at now: Instant) throws -> Identifier<RecognitionRequest> {
        let id: Identifier<RecognitionRequest>? = try transaction.first(
            "INSERT INTO recognition_requests (account_id, message, created_at) VALUES ($1, $2, $3) RETURNING id",
            account,
            form.message,
            now,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        for (position, child) in form.children.enumerated() {
            try transaction.execute(
                "INSERT INTO recognition_children (request_id, position, first_name, last_name, birth_day) VALUES ($1, $2, $3, $4, $5)",
                id,
                position,
                child.firstName,
                child.lastName,
                child.birthDay
            )
        }
        return id
    }

    /// The latest request of an account.
    func latest(of account: Identifier<Account>) throws -> RecognitionRequest? {
        try transaction.first(
            "SELECT id, account_id, message, created_at, decided_at, reason FROM recognition_requests WHERE account_id = $1 ORDER BY id DESC LIMIT 1",
            account,
            decode: request
        )
    }

    func request(_ id: Identifier<RecognitionRequest>) throws -> RecognitionRequest? {
        try transaction.first(
            "SELECT id, account_id, message, created_at, decided_at, reason FROM recognition_requests WHERE id = $1",
            id,
            decode: request
        )
    }

    /// Those that wait first, the oldest first; then the latest decided.
    func list(limit: Int) throws -> [RecognitionRequest] {
        let waiting = try transaction.query(
            """
            SELECT id, account_id, message, created_at, decided_at, reason FROM recognition_requests
            WHERE decided_at IS NULL ORDER BY id LIMIT $1
            """,
            limit,
            decode: request
        )
        let decided = try transaction.query(
            """
            SELECT id, account_id, message, created_at, decided_at, reason FROM recognition_requests
            WHERE decided_at IS NOT NULL ORDER BY decided_at DESC LIMIT $1
            """,
            max(0, limit - waiting.count),
            decode: request
        )
        return waiting + decided
    }

    func waitingCount() throws -> Int {
        try transaction.first("SELECT count(*) FROM recognition_requests WHERE decided_at IS NULL") { try $0[0] } ?? 0
    }

    /// Notes the answer; false when there is one already.
    func decide(
        _ id: Identifier<RecognitionRequest>,
        household: Identifier<Household>?,
        reason: String?,
        by member: Identifier<StaffMember>,
        at now: Instant
    ) throws -> Bool {
        try transaction.execute(
            "UPDATE recognition_requests SET decided_at = $2, decided_by = $3, household_id = $4, reason = $5 WHERE id = $1 AND decided_at IS NULL",
            id,
            now,
            member,
            household,
            reason
        ) == 1
    }

    /// Children born on the same days, with a household of theirs each.
    func children(bornOn day: CivilDate) throws -> [(household: Identifier<Household>, key: NameKey, firstName: String)] {
        try transaction.query(
            """
            SELECT m.household_id, c.first_name, c.last_name FROM children c JOIN household_children m ON m.child_id = c.id WHERE c.birth_day = $1
            """,
            day
        ) { (try $0[0], NameKey(firstName: try $0[1], lastName: try $0[2]), try $0[1]) }
    }

    /// The households of adults who have a name.
    func households(ofAdultNamed key: NameKey) throws -> [Identifier<Household>] {
        try transaction.query(
            "SELECT m.household_id, a.first_name, a.last_name FROM household_adults m JOIN adults a ON a.id = m.adult_id ORDER BY m.household_id"
        ) { (household: try $0[0] as Identifier<Household>, key: NameKey(firstName: try $0[1], lastName: try $0[2])) }
        .filter { $0.key == key }.map(\.household)
    }

    /// The account has found its household with a clé enfance: what waits has its answer.
    func settleWaiting(of account: Identifier<Account>, with household: Identifier<Household>, at now: Instant) throws {
        try transaction.execute(
            "UPDATE recognition_requests SET decided_at = $3, household_id = $2 WHERE account_id = $1 AND decided_at IS NULL",
            account,
            household,
            now
        )
    }

    /// Makes an account that of an adult whom the town knew, and forgets the one that was noted for it.
    func move(_ account: Identifier<Account>, from noted: Identifier<Adult>, to known: Identifier<Adult>) throws {
        try transaction.execute("UPDATE accounts SET adult_id = $2 WHERE id = $1", account, known)
        try transaction.execute("DELETE FROM adults WHERE id = $1", noted)
    }

    private func request(_ row: any Row) throws -> RecognitionRequest {
        let (id, account): (Identifier<RecognitionRequest>, Identifier<Account>) = (try row[0], try row[1])
        let decidedAt: Instant? = try row[4]
        let reason: String? = try row[5]
        guard let adult = try AccountOwnerStore(transaction).adult(of: account), let known = try AccountStore(transaction).account(account) else {
            throw DatabaseError.other("a request without account")
        }
        let children = try transaction.query(
            "SELECT first_name, last_name, birth_day FROM recognition_children WHERE request_id = $1 ORDER BY position",
            id
        ) { try RecognitionChild(firstName: $0[0], lastName: $0[1], birthDay: $0[2]) }
        let state: RecognitionRequest.State =
            if let decidedAt { reason.map { .refused(decidedAt, reason: $0) } ?? .accepted(decidedAt) } else { .waiting }
        return try RecognitionRequest(
            id: id,
            account: account,
            adult: adult,
            isEmailConfirmed: known.emailConfirmedAt != nil,
            children: children,
            message: row[2],
            createdAt: row[3],
            state: state
        )
    }
}
