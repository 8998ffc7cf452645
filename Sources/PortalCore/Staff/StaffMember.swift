/// Somebody who works for the town in the portal (agent).
package struct StaffMember: Hashable, Sendable {
    package let id: Identifier<StaffMember>
    /// In lower case.
    package let login: String
    package let firstName: String
    package let lastName: String
    package let role: StaffRole
    /// Where the member works.
    package let scope: StaffScope
    /// The login before this one; nil at the first.
    package let previousLoginAt: Instant?

    package init(
        id: Identifier<StaffMember>,
        login: String,
        firstName: String,
        lastName: String,
        role: StaffRole,
        scope: StaffScope,
        previousLoginAt: Instant?
    ) {
        self.id = id
        self.login = login
        self.firstName = firstName
        self.lastName = lastName
        self.role = role
        self.scope = scope
        self.previousLoginAt = previousLoginAt
    }

    /// "Nadia Benali".
    package var fullName: String { "\(firstName) \(lastName)" }
}
