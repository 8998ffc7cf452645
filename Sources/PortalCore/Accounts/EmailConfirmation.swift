/// A link that proves that an e-mail address reaches somebody.
struct EmailConfirmation: Hashable, Sendable {
    let token: RandomToken
    /// 48 hours after it was sent.
    let expiry: Instant

    init(from random: any RandomSource, at now: Instant) {
        token = RandomToken(bytes: 24, from: random)
        expiry = now.adding(hours: 48)
    }
}

/// What came of following such a link.
package enum EmailConfirmationOutcome: Hashable, Sendable {
    /// Now, or already before: following the link twice is no mistake.
    case confirmed
    /// One address has agreed to the change; the other one has not yet.
    case otherAwaited
    /// Both have: the account has its new address.
    case changed
    /// The link was right until this instant.
    case expired(Instant)
    /// No such link was sent, or it was cut on its way.
    case unknown
}
