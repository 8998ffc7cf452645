/// A mail that waits to be sent, was sent, or could not be.
package struct OutboxMessage: Hashable, Sendable {
    package let id: Identifier<OutboxMessage>
    /// Whom it is for; nil for somebody without account.
    package let account: Identifier<Account>?
    package let mail: Mail
    package let createdAt: Instant
    package let attempts: Int
    package let state: State
    /// What the mail server last answered, when it refused.
    package let lastError: String?

    package enum State: Hashable, Sendable {
        case waiting(nextAttempt: Instant)
        case sent(Instant)
        /// Given up: the address does not exist, or every attempt failed.
        case failed(Instant)
    }
}

extension OutboxMessage {
    /// The same message with its text.
    func with(_ mail: Mail) -> OutboxMessage {
        OutboxMessage(id: id, account: account, mail: mail, createdAt: createdAt, attempts: attempts, state: state, lastError: lastError)
    }
}
