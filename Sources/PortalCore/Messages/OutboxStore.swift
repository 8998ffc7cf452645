/// Reads and writes the mails of a portal.
package struct OutboxStore {
    private let transaction: any Transaction

    package init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// Puts a mail in the outbox, in the transaction of the act that it tells of: both happen or neither. To an address that does not exist it is
    /// not sent, and can be read in the portal all the same.
    @discardableResult
    package func enqueue(_ mail: Mail, to account: Identifier<Account>?, at now: Instant) throws -> Identifier<OutboxMessage> {
        let unreachable = try UnreachableAddressStore(transaction).address(mail.recipient)
        let id: Identifier<OutboxMessage>? = try transaction.first(
            """
            INSERT INTO outbox (account_id, recipient, subject, body, created_at, attempts, next_attempt_at, secret, failed_at, last_error)
            VALUES ($1, $2, $3, $4, $5, 0, $5, $6, $7, $8) RETURNING id
            """,
            account,
            mail.recipient,
            mail.subject,
            mail.body,
            now,
            unreachable == nil ? mail.secret : nil,
            unreachable.map { _ in now },
            unreachable?.answer,
            decode: { try $0[0] }
        )
        guard let id else { throw DatabaseError.other("INSERT ... RETURNING gave no row") }
        return id
    }

    /// Puts the mail that answers a request in the outbox: its text is the request's, and is not kept twice.
    ///
    /// - Parameter link: the address of the request's page in the portal.
    func enqueue(answerTo request: Request, to recipient: EmailAddress, of account: Identifier<Account>, link: String?) throws {
        let unreachable = try UnreachableAddressStore(transaction).address(recipient)
        try transaction.execute(
            """
            INSERT INTO outbox (account_id, recipient, subject, body, created_at, attempts, next_attempt_at, request_id, link, failed_at, last_error)
            VALUES ($1, $2, '', '', $3, 0, $3, $4, $5, $6, $7)
            """,
            account,
            recipient,
            request.createdAt,
            request.id,
            link,
            unreachable.map { _ in request.createdAt },
            unreachable?.answer
        )
    }

    /// The latest messages first, those before a number when one is given.
    package func messages(before: Identifier<OutboxMessage>?, limit: Int) throws -> [OutboxMessage] {
        try transaction.query(
            """
            SELECT id, account_id, recipient, subject, body, created_at, attempts, next_attempt_at, sent_at, failed_at, last_error, request_id, link
            FROM outbox WHERE id < $1 ORDER BY id DESC LIMIT $2
            """,
            before ?? Identifier(Int64.max),
            limit,
            decode: StoredMessage.init
        ).written(in: transaction)
    }

    /// What was written to one account, the latest first, as it may be read today: messages that name a child whom the account's adult may not see
    /// any more are withheld.
    package func messages(to account: Identifier<Account>, limit: Int) throws -> [OutboxMessage] {
        let names = try WithheldNames(from: account, in: transaction)
        return try transaction.query(
            """
            SELECT id, account_id, recipient, subject, body, created_at, attempts, next_attempt_at, sent_at, failed_at, last_error, request_id, link
            FROM outbox WHERE account_id = $1 ORDER BY id DESC LIMIT $2
            """,
            account,
            limit,
            decode: StoredMessage.init
        ).written(in: transaction).map { $0.withholding(names) }
    }

    package func message(_ id: Identifier<OutboxMessage>) throws -> OutboxMessage? {
        try transaction.query(
            """
            SELECT id, account_id, recipient, subject, body, created_at, attempts, next_attempt_at, sent_at, failed_at, last_error, request_id, link
            FROM outbox WHERE id = $1
            """,
            id,
            decode: StoredMessage.init
        ).written(in: transaction).first
    }

    /// Whether a message waits for its next attempt now.
    package func hasDue(at now: Instant) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL AND next_attempt_at <= $1 LIMIT 1",
            now,
            decode: { _ in true }
        ) ?? false
    }

    /// Takes the messages whose turn has come, the oldest first, with their secrets, and counts the attempt; those that another process is taking
    /// are left to it. Until `lease` nobody else takes them: a process that dies between sending and saying so sends again after that, with the
    /// same Message-ID.
    package func claimDue(at now: Instant, lease: Instant, limit: Int) throws -> [OutboxMessage] {
        try transaction.query(
            """
            WITH due AS (
                SELECT id FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL AND next_attempt_at <= $1 ORDER BY next_attempt_at, id LIMIT $3
                {skipping locked}
            )
            UPDATE outbox SET attempts = attempts + 1, next_attempt_at = $2 WHERE id IN (SELECT id FROM due)
            RETURNING id, account_id, recipient, subject, body, created_at, attempts, next_attempt_at, sent_at, failed_at, last_error, request_id, link,
                secret
            """,
            now,
            lease,
            limit,
            decode: { try StoredMessage($0, secret: $0[13]) }
        ).written(in: transaction).sorted { $0.id < $1.id }
    }

    package func markSent(_ id: Identifier<OutboxMessage>, at now: Instant) throws {
        try transaction.execute("UPDATE outbox SET sent_at = $2, last_error = NULL, secret = NULL WHERE id = $1 AND failed_at IS NULL", id, now)
    }

    /// The server refused for the time being.
    package func markDelayed(_ id: Identifier<OutboxMessage>, until next: Instant, error: String) throws {
        try transaction.execute("UPDATE outbox SET next_attempt_at = $2, last_error = $3 WHERE id = $1 AND sent_at IS NULL", id, next, error)
    }

    /// Nothing more will be tried.
    package func markFailed(_ id: Identifier<OutboxMessage>, at now: Instant, error: String) throws {
        try transaction.execute(
            "UPDATE outbox SET failed_at = $2, last_error = $3, secret = NULL WHERE id = $1 AND sent_at IS NULL",
            id,
            now,
            error
        )
    }

    /// Everything that waits for an address is given up: it does not exist.
    func withholdWaiting(to recipient: EmailAddress, at now: Instant, error: String) throws {
        try transaction.execute(
            """
            UPDATE outbox SET failed_at = $2, last_error = $3, secret = NULL WHERE sent_at IS NULL AND failed_at IS NULL AND lower(recipient) = $1
            """,
            recipient.text.lowercased(),
            now,
            error
        )
    }

    /// The mails that wait for an adult and name a child whom it may not see any more are given up. Answers to requests are written when they leave,
    /// without that child.
    func withholdWaiting(to adult: Identifier<Adult>, naming child: String, at now: Instant) throws {
        let names = WithheldNames([child])
        let waiting = try transaction.query(
            """
            SELECT o.id, o.subject, o.body FROM outbox o JOIN accounts a ON a.id = o.account_id
            WHERE a.adult_id = $1 AND o.sent_at IS NULL AND o.failed_at IS NULL
            """,
            adult,
            decode: { (id: try $0[0] as Identifier<OutboxMessage>, subject: try $0[1] as String, body: try $0[2] as String) }
        )
        for mail in waiting where names.areNamed(in: mail.subject) || names.areNamed(in: mail.body) {
            try markFailed(mail.id, at: now, error: "Retenu\u{A0}: il parle d'un enfant que cette personne ne peut plus voir.")
        }
    }

    /// A server had taken the message, and it came back.
    func markReturned(_ id: Identifier<OutboxMessage>, at now: Instant, error: String) throws {
        try transaction.execute(
            "UPDATE outbox SET sent_at = NULL, failed_at = $2, last_error = $3, secret = NULL WHERE id = $1 AND failed_at IS NULL",
            id,
            now,
            error
        )
    }
}
