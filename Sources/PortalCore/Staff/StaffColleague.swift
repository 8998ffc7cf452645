/// A member of the staff as an administrator manages it.
package struct StaffColleague: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case active
        /// Has not chosen a password yet; the link works until this instant, nil when it was never sent.
        case invited(until: Instant?)
        case deactivated(Instant)
    }

    package let member: StaffMember
    /// nil for who was created by the operator.
    package let email: EmailAddress?
    package let state: State
    package let lastLoginAt: Instant?
    /// Since when the member signs in with a code; nil for the password alone.
    package let secondFactorSince: Instant?

    package init(member: StaffMember, email: EmailAddress?, state: State, lastLoginAt: Instant?, secondFactorSince: Instant? = nil) {
        self.member = member
        self.email = email
        self.state = state
        self.lastLoginAt = lastLoginAt
        self.secondFactorSince = secondFactorSince
    }
}

/// What a staff member is given: a role, and places where the role is bound to some. As a form carries it.
package struct StaffAssignment: Hashable, Sendable {
    /// The form's fields.
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case firstName = "prenom"
        case lastName = "nom"
        case email = "courriel"
        case role
        /// The first place's box; the others count on from it.
        case places = "lieu-0"
    }

    package let role: String
    package let places: Set<String>

    package init(role: String, places: Set<String>) {
        self.role = role
        self.places = places
    }

    /// - Parameter known: the places of the town's activities.
    func check(known: Set<String>, _ errors: inout FieldErrors) -> (role: StaffRole, places: Set<String>)? {
        guard let role = errors.require(StaffRole(rawValue: role), Field.role, "Choisissez un rôle.") else { return nil }
        guard role.isBoundToPlaces else { return (role, []) }
        let places = places.intersection(known)
        if places.isEmpty { errors.add(Field.places, "Choisissez au moins un lieu\u{A0}: ce rôle n'en voit pas d'autre.") }
        return places.isEmpty ? nil : (role, places)
    }
}

/// Why a colleague's account is not changed.
package enum StaffTeamRefusal: Error, Hashable, Sendable {
    case ownAccount
    /// There is no such colleague, or the one who asks is no administrator any more.
    case unknown

    package var french: String {
        switch self {
        case .ownAccount:
            "Vous ne pouvez ni changer votre propre rôle ni désactiver votre propre compte\u{A0}: demandez-le à un autre administrateur."
        case .unknown: "Ce compte n'existe pas."
        }
    }
}
