/// A service of the town that families may reach.
package struct PortalContact: Hashable, Sendable {
    package let name: String
    /// As the town writes it: "01 60 76 59 20".
    package let phone: String?
    package let email: String?
    package let address: String?
    /// "Du lundi au vendredi : 9 h - 12 h / 13 h 30 - 18 h".
    package let hours: String?

    package init(name: String, phone: String?, email: String?, address: String?, hours: String?) {
        self.name = name
        self.phone = phone
        self.email = email
        self.address = address
        self.hours = hours
    }
}
