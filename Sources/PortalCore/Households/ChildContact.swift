/// Somebody of a child's entourage, as one of its households has named them.
package struct ChildContact: Hashable, Sendable {
    package let id: Identifier<ChildContact>
    package let child: Identifier<Child>
    /// The household that named this person. The child's other household does not see it.
    package let household: Identifier<Household>
    package let details: ContactDetails
    /// When a parent asked the staff to delete it; nil when nobody did.
    package let removalAskedAt: Instant?

    package init(
        id: Identifier<ChildContact>,
        child: Identifier<Child>,
        household: Identifier<Household>,
        details: ContactDetails,
        removalAskedAt: Instant?
    ) {
        self.id = id
        self.child = child
        self.household = household
        self.details = details
        self.removalAskedAt = removalAskedAt
    }
}

/// Who a contact is, how to reach them, and what they may do.
package struct ContactDetails: Hashable, Sendable {
    package let firstName: String
    package let lastName: String
    /// In the parent's words: "Grand-mère", "Voisin".
    package let kinship: String
    package let phone: PhoneNumber
    package let picksUp: Bool
    package let callFirst: Bool
    package let isForbidden: Bool

    package init(
        firstName: String,
        lastName: String,
        kinship: String,
        phone: PhoneNumber,
        picksUp: Bool,
        callFirst: Bool,
        isForbidden: Bool
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.kinship = kinship
        self.phone = phone
        self.picksUp = picksUp
        self.callFirst = callFirst
        self.isForbidden = isForbidden
    }

    package var fullName: String { "\(firstName) \(lastName)" }

    var nameKey: NameKey { NameKey(firstName: firstName, lastName: lastName) }
}
