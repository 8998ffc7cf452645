/// Another e-mail address for an account, until both addresses have agreed.
package struct EmailChange: Hashable, Sendable {
    package let email: EmailAddress
    package let expiry: Instant
    /// Whether the present address has agreed, or has nothing to say because it was never confirmed.
    package let isOldConfirmed: Bool
    package let isNewConfirmed: Bool
}

/// The fields of the form that asks for another address.
package enum EmailChangeField: String, CaseIterable, Hashable, Sendable {
    case email = "courriel"
    case password = "actuel"
}
