extension OutboxService {
    /// What a report about a mail has changed.
    package enum ReturnOutcome: Hashable, Sendable {
        /// No mail of this portal is quoted, or the mark is not the portal's.
        case unknownMail
        /// The report tells of a delay, or of a delivery.
        case nothingToDo
        /// The mail has not arrived; the address may still exist.
        case mailReturned
        /// The mail has not arrived, because the address does not exist.
        case addressMarked
    }

    /// Believes a report that a mail did not arrive, after a server had taken it.
    package func note(_ report: DeliveryReport) async throws -> ReturnOutcome {
        let now = portal.clock.now
        return try await portal.database.write { [portal] transaction in
            guard let reference = MailReference.reading(report.reference), reference.slug == portal.slug,
                let message = try OutboxStore(transaction).message(reference.message),
                MailReference(of: message, from: portal).text == report.reference
            else { return .unknownMail }
            guard report.hasFailed else { return .nothingToDo }
            try OutboxStore(transaction).markReturned(message.id, at: now, error: report.answer)
            // A mail that was forwarded comes back from an address that is not the family's.
            guard report.status?.meansUnknownAddress == true, report.recipient?.text.lowercased() == message.mail.recipient.text.lowercased() else {
                return .mailReturned
            }
            try OutboxService.markUnreachable(message, answer: report.answer, in: transaction, at: now)
            return .addressMarked
        }
    }

    /// Holds against an address that it does not exist: what waits for it is no longer sent.
    static func markUnreachable(_ message: OutboxMessage, answer: String, in transaction: any Transaction, at now: Instant) throws {
        let recipient = message.mail.recipient
        guard try UnreachableAddressStore(transaction).mark(recipient, since: now, answer: answer) else { return }
        try OutboxStore(transaction).withholdWaiting(to: recipient, at: now, error: answer)
        try AuditLog.record(in: transaction, by: .system, .addressUnreachable, on: message.id, detail: recipient.text, at: now)
    }
}

/// What a mail server reports about a mail that it had taken (RFC 3464).
package struct DeliveryReport: Hashable, Sendable {
    /// What stands before the @ of the mail's Message-ID.
    package let reference: String
    /// Final-Recipient: the address at which it ended.
    package let recipient: EmailAddress?
    /// Action: whether the mail will never arrive.
    package let hasFailed: Bool
    package let status: MailStatus?
    /// The words of the server that refused it, on one line.
    package let answer: String

    package init(reference: String, recipient: EmailAddress?, hasFailed: Bool, status: MailStatus?, answer: String) {
        self.reference = reference
        self.recipient = recipient
        self.hasFailed = hasFailed
        self.status = status
        self.answer = answer
    }
}
