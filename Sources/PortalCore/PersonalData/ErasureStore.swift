/// Reads and writes erasure requests, and erases.
struct ErasureStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func insert(_ message: String, by account: Identifier<Account>, at now: Instant) throws -> Identifier<ErasureRequest> {
        let id: Identifier<ErasureRequest>? = try transaction.first(
            "INSERT INTO erasure_requests (account_id, message, created_at) VALUES ($1, $2, $3) RETURNING id",
            account,
            message,
            now,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    func latest(of account: Identifier<Account>) throws -> ErasureRequest? {
        try transaction.first(
            """
            SELECT r.id, r.account_id, d.first_name, d.last_name, r.message, r.created_at, r.settled_at, r.accepted, r.answer
            FROM erasure_requests r JOIN accounts a ON a.id = r.account_id JOIN adults d ON d.id = a.adult_id
            WHERE r.account_id = $1 ORDER BY r.id DESC LIMIT 1
            """,
            account,
            decode: request
        )
    }

    func request(_ id: Identifier<ErasureRequest>) throws -> ErasureRequest? {
        try transaction.first(
            """
            SELECT r.id, r.account_id, d.first_name, d.last_name, r.message, r.created_at, r.settled_at, r.accepted, r.answer
            FROM erasure_requests r JOIN accounts a ON a.id = r.account_id JOIN adults d ON d.id = a.adult_id WHERE r.id = $1
            """,
            id,
            decode: request
        )
    }

    /// Those that wait, the oldest first.
    func waiting(limit: Int) throws -> [ErasureRequest] {
        try transaction.query(
            """
            SELECT r.id, r.account_id, d.first_name, d.last_name, r.message, r.created_at, r.settled_at, r.accepted, r.answer
            FROM erasure_requests r JOIN accounts a ON a.id = r.account_id JOIN adults d ON d.id = a.adult_id
            WHERE r.settled_at IS NULL ORDER BY r.id LIMIT $1
            """,
            limit,
            decode: request
        )
    }

    func waitingCount() throws -> Int {
        try transaction.first("SELECT count(*) FROM erasure_requests WHERE settled_at IS NULL") { try $0[0] } ?? 0
    }

    /// Notes the answer; false when there is one already.
    func settle(
        _ id: Identifier<ErasureRequest>,
        accepted: Bool,
        answer: String,
        by member: Identifier<StaffMember>,
        at now: Instant
    ) throws -> Bool {
        try transaction.execute(
            "UPDATE erasure_requests SET settled_at = $2, settled_by = $3, accepted = $4, answer = $5 WHERE id = $1 AND settled_at IS NULL",
            id,
            now,
            member,
            accepted,
            answer
        ) == 1
    }

    /// Forgets how to reach an account's owner. The name stays where the family and its accounts need it.
    func eraseContacts(of account: Identifier<Account>) throws {
        try transaction.execute(
            "UPDATE adults SET email = NULL, phone = NULL WHERE id = (SELECT adult_id FROM accounts WHERE id = $1)",
            account
        )
    }

    private func request(_ row: any Row) throws -> ErasureRequest {
        let (firstName, lastName): (String, String) = (try row[2], try row[3])
        let settledAt: Instant? = try row[6]
        let isAccepted: Bool? = try row[7]
        let answer: String = try row[8]
        let state: ErasureRequest.State =
            if let settledAt { isAccepted == true ? .accepted(settledAt, answer: answer) : .refused(settledAt, answer: answer) } else { .waiting }
        return try ErasureRequest(
            id: row[0],
            account: row[1],
            name: "\(firstName) \(lastName)",
            message: row[4],
            createdAt: row[5],
            state: state
        )
    }
}
