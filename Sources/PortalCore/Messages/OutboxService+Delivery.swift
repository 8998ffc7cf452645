extension OutboxService {
    /// How long a taken message belongs to the one who sends it.
    private static let lease: Int64 = 600
    /// Minutes before the second, third... attempt; the last one repeats.
    private static let pauses: [Int64] = [5, 15, 60, 240]
    /// After two days a mail no longer helps.
    private static let patience: Int64 = 2 * 86_400

    /// Takes the messages whose turn has come, at most `limit`, the oldest first. Writes nothing when there are none.
    package func claimDue(limit: Int = 20) async throws -> [OutboxMessage] {
        let now = portal.clock.now
        guard try portal.database.read({ try OutboxStore($0).hasDue(at: now) }) else { return [] }
        return try await portal.database.write { try OutboxStore($0).claimDue(at: now, lease: now.adding(seconds: Self.lease), limit: limit) }
    }

    /// A mail server has accepted the message.
    package func markSent(_ message: OutboxMessage) async throws {
        let now = portal.clock.now
        try await portal.database.write { try OutboxStore($0).markSent(message.id, at: now) }
    }

    /// The message was refused: for ever, or until a later attempt while it is young enough to be worth one. An address that does not exist is
    /// remembered: nothing more is tried there.
    package func markRefused(_ message: OutboxMessage, _ refusal: MailRefusal) async throws {
        let now = portal.clock.now
        let pause = Self.pauses[min(max(message.attempts, 1), Self.pauses.count) - 1]
        let next = now.adding(seconds: pause * 60)
        let givesUp = refusal.isPermanent || next > message.createdAt.adding(seconds: Self.patience)
        try await portal.database.write { transaction in
            let store = OutboxStore(transaction)
            if givesUp {
                try store.markFailed(message.id, at: now, error: refusal.answer)
                if refusal.meansUnknownAddress { try OutboxService.markUnreachable(message, answer: refusal.answer, in: transaction, at: now) }
            } else {
                try store.markDelayed(message.id, until: next, error: refusal.answer)
            }
        }
    }
}

/// Why a mail could not be handed over.
package struct MailRefusal: Error, Hashable, Sendable {
    /// Whether trying again is useless: the server answered 5xx.
    package let isPermanent: Bool
    /// The server's own words, or what stood in the way of reaching it.
    package let answer: String

    /// The server said that the address does not exist (5.1.x), not only that it would not take this mail.
    package var meansUnknownAddress: Bool { isPermanent && MailStatus(in: answer)?.meansUnknownAddress == true }

    package init(isPermanent: Bool, answer: String) {
        self.isPermanent = isPermanent
        self.answer = answer
    }
}
