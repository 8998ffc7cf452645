/// An adult whom the town knows, with the account if there is one, as the staff see it.
package struct PersonWithAccount: Hashable, Sendable {
    package let adult: Adult
    package let account: PreparedState?
    /// "DUPONT - MARTIN"; empty for somebody without household.
    package let households: [String]

    /// What the staff know of an account.
    package struct PreparedState: Hashable, Sendable {
        package let id: Identifier<Account>
        package let login: String
        package let lastLoginAt: Instant?
        /// Until when the first password may be used; nil once its owner has chosen another one.
        package let firstPasswordUntil: Instant?
        /// Since when its owner signs in with a code; nil for the password alone.
        package let secondFactorSince: Instant?
        /// Since when nobody comes in; nil for an account that is open.
        package let closedAt: Instant?
    }
}
