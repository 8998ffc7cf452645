/// Who a session token stands for.
package enum SignedIn: Hashable, Sendable {
    case parent(ParentSession)
    case staff(StaffSession)
}

/// A parent who is signed in. `HouseholdService.access(of:)` says what this account reaches.
package struct ParentSession: Hashable, Sendable {
    package let account: Identifier<Account>
    /// The login before this one, for "Dernière connexion le 21/06/2019 à 12:06"; nil at the first.
    package let previousLoginAt: Instant?
    /// Whether the session should be lengthened now: see `WebSessionService.renew`.
    package let renewalDue: Bool
    /// Whether the password is still the one that the town made up: choosing another one comes before anything else.
    package let mustChoosePassword: Bool
}

/// A staff member who is signed in.
package struct StaffSession: Hashable, Sendable {
    package let member: StaffMember
    /// Whether the member signs in with a code.
    package let hasSecondFactor: Bool
    /// Whether the session should be lengthened now: see `WebSessionService.renew`.
    package let renewalDue: Bool
}
