/// Where a household or an adult lives.
package struct PostalAddress: Hashable, Sendable {
    /// Number and street, on one line.
    package let street: String
    package let postalCode: PostalCode
    package let city: String

    package init(street: String, postalCode: PostalCode, city: String) {
        self.street = street
        self.postalCode = postalCode
        self.city = city
    }

    /// "12 rue des Lilas, 91070 Bondoufle".
    package var line: String { "\(street), \(postalCode.digits) \(city)" }
}
