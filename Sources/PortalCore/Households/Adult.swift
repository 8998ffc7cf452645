/// A grown-up of one or several households.
package struct Adult: Hashable, Sendable {
    package let id: Identifier<Adult>
    package let title: Title
    package let firstName: String
    package let lastName: String
    package let email: EmailAddress?
    package let phone: PhoneNumber?
    package let address: PostalAddress

    package init(
        id: Identifier<Adult>,
        title: Title,
        firstName: String,
        lastName: String,
        email: EmailAddress?,
        phone: PhoneNumber?,
        address: PostalAddress
    ) {
        self.id = id
        self.title = title
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.phone = phone
        self.address = address
    }

    /// "Marie Dupont".
    package var fullName: String { "\(firstName) \(lastName)" }

    /// "Madame Dupont", as a letter begins.
    package var salutation: String { "\(title.french) \(lastName)" }
}

/// How a person is addressed (civilité).
package enum Title: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case madame
    case monsieur

    /// "Madame" or "Monsieur".
    package var french: String {
        switch self {
        case .madame: "Madame"
        case .monsieur: "Monsieur"
        }
    }
}
