/// Somebody who works for the town in the portal (agent).
package struct StaffMember: Hashable, Sendable {
    package let id: Identifier<StaffMember>
    /// In lower case.
    package let login: String
    package let firstName: String
    package let lastName: String
    package let role: StaffRole
    /// The login before this one; nil at the first.
    package let previousLoginAt: Instant?

    package init(
        id: Identifier<StaffMember>,
        login: String,
        firstName: String,
        lastName: String,
        role: StaffRole,
        previousLoginAt: Instant?
    ) {
        self.id = id
        self.login = login
        self.firstName = firstName
        self.lastName = lastName
        self.role = role
        self.previousLoginAt = previousLoginAt
    }

    /// "Nadia Benali".
    package var fullName: String { "\(firstName) \(lastName)" }
}

/// What a staff member is there for.
package enum StaffRole: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// Sets the portal up and sees everything.
    case administrator
    /// The guichet unique: families, requests, bookings.
    case serviceDesk
    /// Leads a facility: its day lists.
    case facilityLeader

    /// Whether the role reads the mails that families were sent.
    package var readsMails: Bool {
        switch self {
        case .administrator, .serviceDesk: true
        case .facilityLeader: false
        }
    }

    /// The role's name on screen.
    package var french: String {
        switch self {
        case .administrator: "Administration"
        case .serviceDesk: "Guichet unique"
        case .facilityLeader: "Responsable de structure"
        }
    }
}
