/// A foyer: the family unit that the town knows and that receives its invoices.
package struct Household: Hashable, Sendable {
    package let id: Identifier<Household>
    /// As the town files it: "DUPONT - MARTIN".
    package let name: String
    package let address: PostalAddress
    package let createdAt: Instant

    package init(id: Identifier<Household>, name: String, address: PostalAddress, createdAt: Instant) {
        self.id = id
        self.name = name
        self.address = address
        self.createdAt = createdAt
    }
}
