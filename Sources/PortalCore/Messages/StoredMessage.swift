/// A mail as the outbox's row holds it: the one that answers a request has no text of its own.
struct StoredMessage {
    fileprivate let message: OutboxMessage
    fileprivate let request: Identifier<Request>?
    fileprivate let link: String?

    /// As everybody may read it.
    init(_ row: any Row) throws { try self.init(row, secret: nil) }

    init(_ row: any Row, secret: String?) throws {
        let sentAt: Instant? = try row[8]
        let failedAt: Instant? = try row[9]
        let state: OutboxMessage.State =
            if let sentAt { .sent(sentAt) } else if let failedAt { .failed(failedAt) } else { .waiting(nextAttempt: try row[7]) }
        message = try OutboxMessage(
            id: row[0],
            account: row[1],
            mail: Mail(recipient: row[2], subject: row[3], body: row[4], secret: secret),
            createdAt: row[5],
            attempts: row[6],
            state: state,
            lastError: row[10]
        )
        (request, link) = try (row[11], row[12])
    }
}

extension [StoredMessage] {
    /// The messages with their texts, in the same order.
    func written(in transaction: any Transaction) throws -> [OutboxMessage] {
        var writer = AnswerWriter(transaction)
        return try map { stored in
            guard let request = stored.request else { return stored.message }
            return stored.message.with(try writer.mail(stored.message, answering: request, link: stored.link))
        }
    }
}

/// Writes the mails that answer requests, out of the requests.
private struct AnswerWriter {
    private let transaction: any Transaction
    private var catalogue: PortalCatalogue?
    private var accesses: [Identifier<Account>: HouseholdAccess] = [:]

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    /// The lines that the account may see today: a child that was kept from it meanwhile is no longer named.
    mutating func mail(_ message: OutboxMessage, answering id: Identifier<Request>, link: String?) throws -> Mail {
        let requests = RequestStore(transaction)
        guard let catalogue = try offer(), let stored = try requests.request(id) else { throw DatabaseError.other("no request \(id.rawValue)") }
        guard let access = try access(of: message.account) else {
            return Mail.answerNoLongerShown(id, to: message.mail.recipient, from: catalogue.settings)
        }
        return Mail.bookingConfirmation(
            of: try requests.named(stored, for: access, in: catalogue),
            to: message.mail.recipient,
            salutation: access.adult.salutation,
            link: link,
            from: catalogue.settings
        )
    }

    private mutating func offer() throws -> PortalCatalogue? {
        if catalogue == nil { catalogue = try PortalCatalogueStore(transaction).load() }
        return catalogue
    }

    private mutating func access(of account: Identifier<Account>?) throws -> HouseholdAccess? {
        guard let account else { return nil }
        if accesses[account] == nil { accesses[account] = try HouseholdAccess(account: account, in: transaction) }
        return accesses[account]
    }
}
