/// The form "Créer mon espace", as somebody typed it.
package struct Registration: Hashable, Sendable {
    package var title: String
    package var firstName: String
    package var lastName: String
    package var street: String
    package var postalCode: String
    package var city: String
    package var phone: String
    package var email: String
    package var login: String
    package var password: String
    /// The clé enfance.
    package var key: String

    package init(
        title: String,
        firstName: String,
        lastName: String,
        street: String,
        postalCode: String,
        city: String,
        phone: String,
        email: String,
        login: String,
        password: String,
        key: String
    ) {
        self.title = title
        self.firstName = firstName
        self.lastName = lastName
        self.street = street
        self.postalCode = postalCode
        self.city = city
        self.phone = phone
        self.email = email
        self.login = login
        self.password = password
        self.key = key
    }

    /// The form's fields, in its order; the raw values are their names in the form.
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case title, firstName, lastName, street, postalCode, city, phone, email, login, password, key
    }
}
